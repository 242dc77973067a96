package io.github.scimult.encoder.architecture;

/**
 * The sizes of an encoder's blocks.
 *
 * @param layers blocks
 * @param hiddenSize H, a multiple of {@code heads}
 * @param heads attention heads of a block
 * @param feedForwardSize F
 */
public record BlockSizes(int layers, int hiddenSize, int heads, int feedForwardSize) {
    public BlockSizes {
        Positive.require("hiddenSize", hiddenSize);
        Positive.require("layers", layers);
        Positive.require("heads", heads);
        Positive.require("feedForwardSize", feedForwardSize);
        if (hiddenSize % heads != 0) {
            throw new IllegalArgumentException("hiddenSize " + hiddenSize + " is no multiple of heads " + heads);
        }
    }

    public BlockSizes withLayers(int number) {
        return new BlockSizes(number, hiddenSize, heads, feedForwardSize);
    }
}

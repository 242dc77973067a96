package io.github.scimult.encoder.packing;

/**
 * Adjacent sequences of a packed batch that attention treats as one rectangle.
 *
 * @param sequences B
 * @param length L, the longest of them; shorter ones are padded
 * @param padded whether any is shorter
 */
public record SequenceGroup(int sequences, int length, boolean padded) {
    public int rows() {
        return sequences * length;
    }
}

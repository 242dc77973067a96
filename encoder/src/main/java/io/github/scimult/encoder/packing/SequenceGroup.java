package io.github.scimult.encoder.packing;

/**
 * Neighbouring sequences of a packed batch that attention treats as one rectangle.
 *
 * @param sequences B
 * @param length L, the longest of them; shorter ones are filled up
 * @param filled whether any is shorter
 */
public record SequenceGroup(int sequences, int length, boolean filled) {
    public int rows() {
        return sequences * length;
    }
}

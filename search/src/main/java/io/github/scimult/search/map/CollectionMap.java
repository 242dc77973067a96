package io.github.scimult.search.map;

import java.util.List;

/**
 * Papers on a plane.
 *
 * @param papers where they lie, in no order
 * @param labels of the colours, the most frequent first
 */
public record CollectionMap(List<Place> papers, List<MapLabel> labels) {
    public CollectionMap {
        papers = List.copyOf(papers);
        labels = List.copyOf(labels);
    }

    /**
     * A paper's place.
     *
     * @param x from left to right, in [0, 1]
     * @param y from top to bottom, in [0, 1]
     * @param label place of its colour in the map's labels; −1 if it carries none of them
     */
    public record Place(String id, String title, float x, float y, int label) {}

    /** A label that has a colour. */
    public record MapLabel(String id, String name) {}
}

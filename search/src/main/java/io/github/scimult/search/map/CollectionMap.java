package io.github.scimult.search.map;

import java.util.List;

/**
 * Papers on a plane.
 *
 * @param papers where they lie, in no order
 * @param labels of the colours, the most frequent first
 * @param regions parts of it that have a name, the largest first
 */
public record CollectionMap(List<Place> papers, List<MapLabel> labels, List<Region> regions) {
    public CollectionMap {
        papers = List.copyOf(papers);
        labels = List.copyOf(labels);
        regions = List.copyOf(regions);
    }

    /**
     * A paper's place.
     *
     * @param x from left to right, in [0, 1]
     * @param y from top to bottom, in [0, 1]
     * @param label place of its colour in the map's labels; −1 if it carries none of them
     */
    public record Place(String id, String title, float x, float y, int label) {}

    /**
     * Papers that lie together and have something in common.
     *
     * @param name a label's, or a phrase of their titles
     * @param label its id; empty for a phrase
     * @param x of the median paper
     * @param y of the median paper
     * @param papers their number
     */
    public record Region(String name, String label, float x, float y, int papers) {}

    /** A label that has a colour. */
    public record MapLabel(String id, String name) {}
}

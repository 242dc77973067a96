package io.github.scimult.search.browse;

import java.util.List;

/**
 * The most frequent values of a set of papers, each list the most frequent first, but years the latest first.
 *
 * @param labels by their ids
 */
public record Facets(
        List<FacetValue> years, List<FacetValue> venues, List<FacetValue> labels, List<FacetValue> authors) {
    /** Of no papers. */
    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());
}

package io.github.scimult.search.record;

import java.util.List;

/**
 * The nearest neighbours of a text among the vectors for classification.
 *
 * @param labels the nearest first
 * @param papers the nearest first; of those with the same title only the first
 */
public record NearestLabelsAndPapers(List<LabelHit> labels, List<SearchHit> papers) {}

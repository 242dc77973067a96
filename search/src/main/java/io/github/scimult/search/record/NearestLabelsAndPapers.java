package io.github.scimult.search.record;

import java.util.List;

/**
 * The nearest neighbours of a text among the vectors for classification.
 *
 * @param labels the nearest first
 * @param papers the nearest first, copies of one paper among them
 */
public record NearestLabelsAndPapers(List<LabelHit> labels, List<SearchHit> papers) {}

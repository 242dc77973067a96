package io.github.scimult.search.record;

/**
 * A label among those whose vectors are nearest to a text's.
 *
 * @param similarity Lucene's score of the vectors' similarity
 */
public record LabelHit(IndexedLabel label, float similarity) {}

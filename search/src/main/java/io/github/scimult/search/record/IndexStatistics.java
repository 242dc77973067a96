package io.github.scimult.search.record;

/**
 * How large an index is.
 *
 * @param segments its parts, each with a graph of its own
 * @param deleted records that were deleted or replaced, and still take room until their segment is merged
 */
public record IndexStatistics(int papers, int labels, int segments, int deleted) {}

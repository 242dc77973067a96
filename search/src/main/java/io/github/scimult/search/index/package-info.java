/**
 * A collection on disk, searchable by words and by vectors: papers and labels in one Lucene index. Knows encoders by their port alone.
 */
package io.github.scimult.search.index;

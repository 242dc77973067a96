/**
 * Evidence by neighbours: the labels whose vectors are nearest to a paper's, and the labels of the papers most similar to it by
 * vectors and by BM25.
 *
 * <p>Must not know how an index finds them.
 */
package io.github.scimult.search.tag.neighbour;

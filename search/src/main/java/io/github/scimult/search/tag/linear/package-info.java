/**
 * Evidence by words: for each label a linear classifier on the TF-IDF weights of stems, which is learned from labelled papers.
 *
 * <p>Must not know names and neighbours.
 */
package io.github.scimult.search.tag.linear;

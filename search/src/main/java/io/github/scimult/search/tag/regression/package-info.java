/**
 * Evidence by embeddings: for each label a ridge regression on the embeddings of labelled papers.
 *
 * <p>Must not know texts and names.
 */
package io.github.scimult.search.tag.regression;

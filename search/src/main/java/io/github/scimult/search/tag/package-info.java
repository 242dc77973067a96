/**
 * Tags for papers with probabilities: by the label's vector, its name in the text, and the labels of papers like it, weighed by what was
 * fitted on judged papers.
 *
 * <p>Must not know Lucene, nor how an index finds anything.
 */
package io.github.scimult.search.tag;

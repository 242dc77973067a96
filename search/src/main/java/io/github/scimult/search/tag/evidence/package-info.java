/**
 * What any kind of evidence for labels has in common: the paper it is asked about, the labels that it proposes, and the features by
 * which it describes a label.
 *
 * <p>Must not know a kind of evidence.
 */
package io.github.scimult.search.tag.evidence;

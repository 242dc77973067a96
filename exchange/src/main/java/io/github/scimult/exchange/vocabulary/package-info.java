/**
 * Vocabularies of subjects: SKOS and tables to labels of one language.
 *
 * <p>Must not know collections, or the documents that subjects are assigned to.
 */
package io.github.scimult.exchange.vocabulary;

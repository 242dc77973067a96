/**
 * How texts and names become terms: tokens, folding of accents and Unicode forms, stemming by language.
 *
 * <p>Must not know what is indexed.
 */
package io.github.scimult.search.analysis;

/**
 * Evidence by names: labels of which a name or synonym is in the text, word for word or by its stems.
 *
 * <p>Must not know labelled papers.
 */
package io.github.scimult.search.tag.name;

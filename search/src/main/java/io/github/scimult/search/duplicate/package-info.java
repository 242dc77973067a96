/**
 * Which records are of one paper.
 *
 * <p>Must not know how they were found.
 */
package io.github.scimult.search.duplicate;

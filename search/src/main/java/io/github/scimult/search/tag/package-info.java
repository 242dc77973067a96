/**
 * Suggested labels with calibrated probabilities.
 *
 * <p>Must not know HTTP and terminals.
 */
package io.github.scimult.search.tag;

/**
 * Tasks (classification, link prediction, search), their families, and the splits of their judgements.
 *
 * <p>Must not know collections and models.
 */
package io.github.scimult.core.task;

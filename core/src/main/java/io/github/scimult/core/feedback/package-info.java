/**
 * Verdicts on results, and collections that learn from them.
 *
 * <p>Must not know how a verdict was given.
 */
package io.github.scimult.core.feedback;

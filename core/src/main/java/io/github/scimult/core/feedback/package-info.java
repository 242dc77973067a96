/**
 * What people who use an index say of its answers, kept beside it, and collections that learn from it.
 *
 * <p>Must not know how answers are found, nor how they are shown.
 */
package io.github.scimult.core.feedback;

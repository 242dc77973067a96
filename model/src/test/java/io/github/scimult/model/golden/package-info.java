/**
 * The reference implementations' numbers and models that several packages' tests read.
 *
 * <p>Must not know what a test does with them.
 */
package io.github.scimult.model.golden;

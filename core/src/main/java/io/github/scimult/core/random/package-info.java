/**
 * Seeds, samples and random orders.
 *
 * <p>Must not know what is sampled.
 */
package io.github.scimult.core.random;

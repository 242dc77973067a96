/**
 * Texts of different lengths as one packed batch almost free of padding, and its division among workers.
 *
 * <p>Must not know tensors and weights.
 */
package io.github.scimult.encoder.packing;

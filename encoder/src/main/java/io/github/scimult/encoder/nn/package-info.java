/**
 * The encoder's layers and their forward pass. In comments on shapes T is the number of tokens in a packed batch, H
 * the hidden size, B texts, L a text's length, N attention heads, D = H / N, F the feed-forward size.
 *
 * <p>Must not know losses, training and files.
 */
package io.github.scimult.encoder.nn;

/**
 * The layers that encoders are made of, and what each kind of encoder says of itself. In comments on shapes T is the number of tokens
 * in a packed batch, H the hidden size, B texts, L a text's length, I an instruction's, N attention heads, D = H / N, F the
 * feed-forward size.
 *
 * <p>Must not know which kinds of encoders there are, nor experts.
 */
package io.github.scimult.encoder.nn.layer;

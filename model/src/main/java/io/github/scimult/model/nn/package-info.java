/**
 * The encoder: a BERT whose blocks are shared between tasks or split into experts, computed without padding.
 *
 * <p>Must not know losses, optimisers, files or collections.
 *
 * <p>Letters in shapes: {@code T} packed tokens of a batch, {@code B} sequences, {@code L} tokens of a sequence,
 * {@code H} hidden size, {@code F} feed-forward size, {@code h} attention heads, {@code d} = H / h.
 */
package io.github.scimult.model.nn;

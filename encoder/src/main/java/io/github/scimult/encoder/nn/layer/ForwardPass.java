package io.github.scimult.encoder.nn.layer;

/**
 * With what a batch goes through an encoder.
 *
 * @param batch the texts
 * @param kernel of the attention
 * @param dropout of hidden states and attention weights
 */
public record ForwardPass(PackedTensors batch, AttentionKernel kernel, Dropout dropout) {}

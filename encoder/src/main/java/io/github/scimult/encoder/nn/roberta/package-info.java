/**
 * RoBERTa: its {@code config.json}, the names of its weights, its embeddings and blocks.
 *
 * <p>Must not know other kinds of encoders, nor experts.
 */
package io.github.scimult.encoder.nn.roberta;

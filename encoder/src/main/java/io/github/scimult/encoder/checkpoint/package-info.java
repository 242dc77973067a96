/**
 * Model folders and checkpoints: safetensors, Hugging Face, sentence-transformers, the authors' release, the built-in
 * base model.
 *
 * <p>Must not know training.
 */
package io.github.scimult.encoder.checkpoint;

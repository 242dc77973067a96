/**
 * PyTorch's checkpoint files, read without running any code in them.
 *
 * <p>Must not know what the weights are for.
 */
package io.github.scimult.encoder.checkpoint.torch;

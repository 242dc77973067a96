package io.github.scimult.encoder.nn.layer;

import io.github.scimult.encoder.architecture.InstructionConfig;
import org.bytedeco.pytorch.Tensor;

/**
 * Keys and values that stand before those of every text.
 *
 * @param keys (N, I, D), of the instruction's I tokens
 * @param values (N, I, D)
 * @param bias is added to every score of these keys before the softmax: the logarithm of {@link InstructionConfig#weight}
 */
public record KeyValues(Tensor keys, Tensor values, double bias) {}

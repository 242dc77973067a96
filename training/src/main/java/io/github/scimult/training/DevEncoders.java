package io.github.scimult.training;

import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.encoder.tensor.NativeHeap;
import io.github.scimult.encoder.tokenizer.TextTokenizer;

/**
 * Encoders for evaluation on dev and for mining, which see of the texts what training sees of them.
 *
 * @param textTokens texts are truncated after this number
 */
record DevEncoders(int textTokens, TextTokenizer tokenizer, ComputeSettings compute) {
    /**
     * The weights stay the caller's; they must not change while the encoder is in use. The memory of the training steps before
     * goes back to the kernel.
     */
    LibtorchEncoder of(String name, EncoderWeights weights) {
        NativeHeap.trim();
        try (EncoderWeights truncating = weights.withConfig(weights.config().withMaxLength(textTokens))) {
            return new LibtorchEncoder(name, truncating, tokenizer, compute);
        }
    }
}

package io.github.scimult.model.train;

import io.github.scimult.model.embedding.ComputePlan;
import io.github.scimult.model.loss.ContrastiveLoss;
import io.github.scimult.model.loss.InfoNce;
import io.github.scimult.model.loss.Scores;
import io.github.scimult.model.nn.Dropout;
import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.nn.EncoderConfig;
import io.github.scimult.model.nn.EncodingPass;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The computation of one step: texts through the encoder, similarities, loss, gradients.
 *
 * @param encoder its weights are leaves that require gradients
 * @param plan precision, attention kernel and lanes
 */
record TrainingStep(Encoder encoder, ComputePlan plan) {
    private static final ContrastiveLoss LOSS = new InfoNce();

    /**
     * Adds a batch's gradients to those that are there.
     *
     * @param weight factor on the loss: 1 over the number of batches that are accumulated
     * @return the loss, without the factor
     */
    double addGradients(TokenBatch batch, Dropout dropout, double weight) {
        EncoderConfig config = encoder.config();
        Encoder expert = encoder.forExpert(config.experts().expertOf(batch.task()));
        try (PointerScope scope = new PointerScope();
                EncodingPass pass = new EncodingPass(expert, plan.precision(), plan.attention(), plan.lanes())) {
            Tensor vectors = pass.forward(batch.texts(), dropout); // (n + m, H)
            TensorVector halves =
                    vectors.split_with_sizes(new long[] {batch.queries().length, batch.candidates().length}, 0);
            Tensor scores = Scores.of(halves.get(0), halves.get(1), config.similarity(), config.scale()); // (n, m)
            Tensor ofPairs = scores.index_select(0, Tensor.create(batch.pairQuery())); // (pairs, m)
            Tensor loss = LOSS.perQuery(ofPairs, batch.sets()).mean();
            loss.mul(new Scalar(weight)).backward();
            pass.backward();
            return loss.item_double();
        }
    }
}

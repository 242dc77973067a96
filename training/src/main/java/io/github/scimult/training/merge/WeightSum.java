package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.EncoderWeights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;

/** Encoders' weights added up. */
final class WeightSum {
    private WeightSum() {}

    /**
     * scale · Σ weights, in new memory. Beside the sum one model at a time is held.
     *
     * @param models at least one
     * @throws IllegalArgumentException if they are not alike
     */
    static <E extends Exception> EncoderWeights of(int models, ModelSource<E> source, double scale) throws E {
        EncoderWeights sum = copyOf(source);
        try {
            for (int model = 1; model < models; model++) {
                add(sum, source, model);
            }
            multiply(sum, scale);
            return sum;
        } catch (Throwable failure) {
            sum.close();
            throw failure;
        }
    }

    private static <E extends Exception> EncoderWeights copyOf(ModelSource<E> source) throws E {
        try (EncoderWeights first = source.model(0)) {
            return EncoderWeights.make(
                    first.config(), weight -> first.get(weight.name()).clone());
        }
    }

    private static <E extends Exception> void add(EncoderWeights sum, ModelSource<E> source, int model) throws E {
        try (EncoderWeights other = source.model(model);
                NoGradGuard noGradients = new NoGradGuard();
                PointerScope scope = new PointerScope()) {
            MergeCompatibility.require(sum.config(), other.config());
            sum.visit((weight, tensor) -> tensor.add_(other.get(weight.name())));
        }
    }

    private static void multiply(EncoderWeights sum, double scale) {
        try (NoGradGuard noGradients = new NoGradGuard();
                PointerScope scope = new PointerScope()) {
            Scalar factor = new Scalar(scale);
            sum.visit((weight, tensor) -> tensor.mul_(factor));
        }
    }
}

package io.github.scimult.training.optim;

import io.github.scimult.encoder.tensor.Libtorch;
import io.github.scimult.training.config.OptimConfig;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The update of one parameter: native memory is copied piecewise into small arrays, on which the loops vectorise, and back.
 *
 * @param weight w; all four tensors contiguous, of one size and type (32- or 64-bit)
 * @param gradient g
 * @param firstMoment m
 * @param secondMoment v
 * @param config β₁, β₂, ε
 * @param factors of this step
 */
record AdamWUpdate(
        Tensor weight, Tensor gradient, Tensor firstMoment, Tensor secondMoment, OptimConfig config, Factors factors) {
    /**
     * What a step multiplies by.
     *
     * @param stepSize rate / (1 − β₁ᵗ)
     * @param rootOfBias2 √(1 − β₂ᵗ)
     * @param keep what weight decay leaves of a weight, 1 − rate · decay
     * @param clip factor on the gradient
     */
    record Factors(double stepSize, double rootOfBias2, double keep, double clip) {}

    private static final int PIECE = 1 << 11;

    /** Updates {@code count} components from {@code start} on. */
    void run(long start, int count) {
        if (Libtorch.typeOf(weight) == ScalarType.Double) {
            runDouble(start, count);
        } else {
            runFloat(start, count);
        }
    }

    private void runFloat(long start, int count) {
        MemorySegment w = memory(weight, Float.BYTES);
        MemorySegment g = memory(gradient, Float.BYTES);
        MemorySegment m = memory(firstMoment, Float.BYTES);
        MemorySegment v = memory(secondMoment, Float.BYTES);
        float[] ws = new float[PIECE];
        float[] gs = new float[PIECE];
        float[] ms = new float[PIECE];
        float[] vs = new float[PIECE];
        for (int done = 0; done < count; done += PIECE) {
            int length = Math.min(PIECE, count - done);
            long offset = (start + done) * Float.BYTES;
            MemorySegment.copy(w, ValueLayout.JAVA_FLOAT, offset, ws, 0, length);
            MemorySegment.copy(g, ValueLayout.JAVA_FLOAT, offset, gs, 0, length);
            MemorySegment.copy(m, ValueLayout.JAVA_FLOAT, offset, ms, 0, length);
            MemorySegment.copy(v, ValueLayout.JAVA_FLOAT, offset, vs, 0, length);
            update(ws, gs, ms, vs, length);
            MemorySegment.copy(ws, 0, w, ValueLayout.JAVA_FLOAT, offset, length);
            MemorySegment.copy(ms, 0, m, ValueLayout.JAVA_FLOAT, offset, length);
            MemorySegment.copy(vs, 0, v, ValueLayout.JAVA_FLOAT, offset, length);
        }
    }

    private void update(float[] w, float[] g, float[] m, float[] v, int length) {
        float beta1 = (float) config.beta1();
        float beta2 = (float) config.beta2();
        float rest1 = (float) (1 - config.beta1());
        float rest2 = (float) (1 - config.beta2());
        float epsilon = (float) config.epsilon();
        float size = (float) factors.stepSize();
        float root = (float) factors.rootOfBias2();
        float kept = (float) factors.keep();
        float scale = (float) factors.clip();
        for (int i = 0; i < length; i++) {
            float gradientValue = g[i] * scale;
            float first = beta1 * m[i] + rest1 * gradientValue;
            float second = beta2 * v[i] + rest2 * gradientValue * gradientValue;
            m[i] = first;
            v[i] = second;
            w[i] = w[i] * kept - size * first / ((float) Math.sqrt(second) / root + epsilon);
        }
    }

    private void runDouble(long start, int count) {
        MemorySegment w = memory(weight, Double.BYTES);
        MemorySegment g = memory(gradient, Double.BYTES);
        MemorySegment m = memory(firstMoment, Double.BYTES);
        MemorySegment v = memory(secondMoment, Double.BYTES);
        for (long i = start; i < start + count; i++) {
            double gradientValue = g.getAtIndex(ValueLayout.JAVA_DOUBLE, i) * factors.clip();
            double first =
                    config.beta1() * m.getAtIndex(ValueLayout.JAVA_DOUBLE, i) + (1 - config.beta1()) * gradientValue;
            double second = config.beta2() * v.getAtIndex(ValueLayout.JAVA_DOUBLE, i)
                    + (1 - config.beta2()) * gradientValue * gradientValue;
            m.setAtIndex(ValueLayout.JAVA_DOUBLE, i, first);
            v.setAtIndex(ValueLayout.JAVA_DOUBLE, i, second);
            double old = w.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
            double step = factors.stepSize() * first / (Math.sqrt(second) / factors.rootOfBias2() + config.epsilon());
            w.setAtIndex(ValueLayout.JAVA_DOUBLE, i, old * factors.keep() - step);
        }
    }

    private static MemorySegment memory(Tensor tensor, int bytes) {
        return MemorySegment.ofAddress(tensor.data_ptr().address()).reinterpret(tensor.numel() * bytes);
    }
}

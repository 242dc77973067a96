package io.github.scimult.model.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Tensors as plain doubles, and how far two lists of them are apart. */
public final class Numbers {
    private Numbers() {}

    /** All components, row by row. */
    public static double[] of(Tensor tensor) {
        Tensor plain = tensor.detach().to(ScalarType.Double).contiguous();
        double[] numbers = new double[Math.toIntExact(plain.numel())];
        DoubleBuffer buffer = plain.createBuffer();
        buffer.get(numbers);
        return numbers;
    }

    /** The rows of a matrix. */
    public static double[][] rows(Tensor matrix) {
        double[] flat = of(matrix);
        int width = Math.toIntExact(matrix.size(1));
        double[][] rows = new double[flat.length / width][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
        }
        return rows;
    }

    /** The greatest difference of two components; infinite if a number is none. */
    public static double difference(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double greatest = 0;
        for (int i = 0; i < actual.length; i++) {
            double difference = Math.abs(actual[i] - expected[i]);
            greatest = difference <= greatest ? greatest : difference;
            if (Double.isNaN(difference)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return greatest;
    }

    public static double greatest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    public static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    public static double cosine(double[] a, double[] b) {
        return dot(a, b) / (length(a) * length(b));
    }

    public static double[] normalised(double[] vector) {
        double length = length(vector);
        return Arrays.stream(vector).map(value -> value / length).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The same numbers, wider. */
    public static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        java.util.Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}

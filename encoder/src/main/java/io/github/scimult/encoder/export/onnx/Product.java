package io.github.scimult.encoder.export.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.scimult.encoder.checkpoint.WeightMap;
import java.util.List;

/** A linear layer x·Wᵀ + b as nodes, in floats or in whole numbers. */
final class Product {
    private static final int LARGEST = 127;

    private final Graph graph;
    private final WeightMap weights;
    private final NumberType type;

    Product(Graph graph, WeightMap weights, NumberType type) {
        this.graph = graph;
        this.weights = weights;
        this.type = type;
    }

    /**
     * Adds the layer.
     *
     * @param x (…, inputs)
     * @param name of the layer's weights
     * @return (…, outputs)
     */
    String of(String x, String name, int inputs, int outputs) {
        float[] matrix = weights.get(name + ".weight", outputs, inputs).toFloats();
        String bias = graph.constant(
                name + ".bias", weights.get(name + ".bias", outputs).toFloats(), outputs);
        String product = type == NumberType.INT8
                ? quantised(x, name, matrix, inputs, outputs)
                : graph.node(
                        "MatMul",
                        List.of(
                                x,
                                graph.constant(
                                        name + ".weight", transposed(matrix, inputs, outputs), inputs, outputs)));
        return graph.node("Add", List.of(product, bias));
    }

    private static float[] transposed(float[] matrix, int inputs, int outputs) {
        float[] transposed = new float[matrix.length];
        for (int output = 0; output < outputs; output++) {
            for (int input = 0; input < inputs; input++) {
                transposed[input * outputs + output] = matrix[output * inputs + input];
            }
        }
        return transposed;
    }

    /** Weights in 8 bits with a scale for each output; inputs in 8 bits with a scale that is found as they come. */
    private String quantised(String x, String name, float[] matrix, int inputs, int outputs) {
        byte[] whole = new byte[matrix.length];
        float[] scales = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            float greatest = 0;
            for (int input = 0; input < inputs; input++) {
                greatest = Math.max(greatest, Math.abs(matrix[output * inputs + input]));
            }
            scales[output] = greatest == 0 ? 1 : greatest / LARGEST;
            for (int input = 0; input < inputs; input++) {
                whole[input * outputs + output] = (byte) Math.round(matrix[output * inputs + input] / scales[output]);
            }
        }
        String weight = graph.initializer(name + ".weight", TensorProto.DataType.INT8, whole, inputs, outputs);
        String zero = graph.initializer(name + ".zero", TensorProto.DataType.INT8, new byte[outputs], outputs);
        List<String> input = graph.nodes("DynamicQuantizeLinear", List.of(x), 3);
        String sums = graph.node("MatMulInteger", List.of(input.get(0), weight, input.get(2), zero));
        String fractions =
                graph.node("Cast", List.of(sums), Graph.attribute("to", TensorProto.DataType.FLOAT.getNumber()));
        String scale = graph.node("Mul", List.of(input.get(1), graph.constant(name + ".scale", scales, outputs)));
        return graph.node("Mul", List.of(fractions, scale));
    }
}

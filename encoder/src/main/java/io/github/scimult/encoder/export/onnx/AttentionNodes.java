package io.github.scimult.encoder.export.onnx;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Layer;
import io.github.scimult.encoder.architecture.WeightNames;
import io.github.scimult.encoder.nn.InstructionKeyValues;
import java.util.List;

/** A block's attention as nodes; in front of the text's own keys and values may stand an instruction's, which are constants. */
final class AttentionNodes {
    private final Graph graph;
    private final Product product;
    private final EncoderConfig config;
    private final InstructionKeyValues instruction;
    private final String batch;

    /** @param batch the name of the batch's size, a list of one */
    AttentionNodes(Graph graph, Product product, EncoderConfig config, InstructionKeyValues instruction, String batch) {
        this.graph = graph;
        this.product = product;
        this.config = config;
        this.instruction = instruction;
        this.batch = batch;
    }

    /**
     * Adds the attention of a block, its output projection included.
     *
     * @param x (B, S, H)
     * @param mask (B, 1, 1, I + S): 0 for a token, the bias for one of the instruction, very negative for padding
     * @return (B, S, H)
     */
    String of(String x, String mask, int block) {
        WeightNames names = config.architecture().names();
        List<String> projections = names.stored(Layer.QUERY_KEY_VALUE, block);
        long width = config.hiddenSize() / heads();
        String query = heads(x, projections.get(0), List.of(0L, 2L, 1L, 3L)); // (B, h, S, d)
        String key = heads(x, projections.get(1), List.of(0L, 2L, 3L, 1L)); // (B, h, d, S)
        String value = heads(x, projections.get(2), List.of(0L, 2L, 1L, 3L)); // (B, h, S, d)
        if (!instruction.blocks().isEmpty()) {
            key = joined(instruction.keys(block), true, key, "instruction.keys." + block, width);
            value = joined(instruction.values(block), false, value, "instruction.values." + block, width);
        }
        String scores = graph.node("MatMul", List.of(query, key)); // (B, h, S, I + S)
        String scaled = graph.node("Mul", List.of(scores, graph.scalar(1 / Math.sqrt(width))));
        String shares =
                graph.node("Softmax", List.of(graph.node("Add", List.of(scaled, mask))), Graph.attribute("axis", -1));
        String context = graph.node(
                "Transpose",
                List.of(graph.node("MatMul", List.of(shares, value))),
                Graph.attribute("perm", List.of(0L, 2L, 1L, 3L))); // (B, S, h, d)
        String flat = graph.node("Reshape", List.of(context, graph.wholes(0, 0, config.hiddenSize())));
        return product.of(flat, names.of(Layer.ATTENTION_OUTPUT, block), config.hiddenSize(), config.hiddenSize());
    }

    private int heads() {
        return config.architecture().sizes().heads();
    }

    private String heads(String x, String name, List<Long> order) {
        String projected = product.of(x, name, config.hiddenSize(), config.hiddenSize());
        String split =
                graph.node("Reshape", List.of(projected, graph.wholes(0, 0, heads(), config.hiddenSize() / heads())));
        return graph.node("Transpose", List.of(split), Graph.attribute("perm", order));
    }

    /** An instruction's (h, I, d) before the text's own, for every text of the batch. */
    private String joined(float[] before, boolean transposed, String own, String name, long width) {
        int length = instruction.length();
        int heads = heads();
        float[] laid = transposed ? transposed(before, heads, length, (int) width) : before;
        String constant = transposed
                ? graph.constant(name, laid, 1, heads, width, length)
                : graph.constant(name, laid, 1, heads, length, width);
        String shape = graph.node(
                "Concat",
                List.of(batch, transposed ? graph.wholes(heads, width, length) : graph.wholes(heads, length, width)),
                Graph.attribute("axis", 0));
        String each = graph.node("Expand", List.of(constant, shape));
        return graph.node("Concat", List.of(each, own), Graph.attribute("axis", transposed ? 3 : 2));
    }

    private static float[] transposed(float[] values, int heads, int length, int width) {
        float[] transposed = new float[values.length];
        for (int head = 0; head < heads; head++) {
            for (int token = 0; token < length; token++) {
                for (int i = 0; i < width; i++) {
                    transposed[(head * width + i) * length + token] = values[(head * length + token) * width + i];
                }
            }
        }
        return transposed;
    }
}

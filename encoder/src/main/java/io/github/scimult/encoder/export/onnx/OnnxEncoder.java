package io.github.scimult.encoder.export.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.encoder.architecture.EmbeddingTables;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Layer;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.architecture.WeightNames;
import io.github.scimult.encoder.checkpoint.WeightMap;
import io.github.scimult.encoder.nn.InstructionKeyValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An encoder without experts as an ONNX model. Inputs {@code input_ids}, {@code attention_mask} and {@code token_type_ids}, each
 * int64 (batch, sequence), as Hugging Face's exports have them; output {@code sentence_embedding}, float (batch, hidden), pooled, and
 * of length 1 where the model compares by cosine.
 */
public final class OnnxEncoder {
    private static final int OPERATOR_SET = 17;
    private static final int FORMAT = 8;

    private final EncoderConfig config;
    private final WeightMap weights;
    private final InstructionKeyValues instruction;
    private final NumberType type;
    private final WeightNames names;
    private final EmbeddingTables tables;
    private final Graph graph;
    private final Product product;

    private OnnxEncoder(EncoderConfig config, WeightMap weights, InstructionKeyValues instruction, NumberType type) {
        this.config = config;
        this.weights = weights;
        this.instruction = instruction;
        this.type = type;
        this.names = config.architecture().names();
        this.tables = config.architecture().tables();
        this.graph = new Graph("scimult", type);
        this.product = new Product(graph, weights, type);
    }

    /**
     * Builds the model.
     *
     * @param config without experts
     * @param instruction what texts attend to, read already; {@link InstructionKeyValues#NONE} for none
     */
    public static ModelProto model(
            EncoderConfig config, WeightMap weights, InstructionKeyValues instruction, NumberType type) {
        if (!config.experts().isShared()) {
            throw new IllegalArgumentException(
                    "a graph is of one expert, not of " + config.experts().experts());
        }
        OnnxEncoder encoder = new OnnxEncoder(config, weights, instruction, type);
        encoder.build();
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("scimult")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(encoder.graph.build())
                .build();
    }

    private void build() {
        String ids = graph.input("input_ids");
        String present = graph.node(
                "Cast",
                List.of(graph.input("attention_mask")),
                Graph.attribute("to", graph.fractions().getNumber())); // (B, S)
        String types = graph.input("token_type_ids");
        String size = graph.node("Shape", List.of(ids)); // (2)
        String batch = graph.node("Slice", List.of(size, graph.wholes(0), graph.wholes(1))); // (1)
        String state = embeddings(ids, types, size);
        String mask = mask(present, batch);
        AttentionNodes attention = new AttentionNodes(graph, product, config, instruction, batch);
        for (int block = 0; block < config.layers(); block++) {
            String attended = norm(
                    graph.node("Add", List.of(attention.of(state, mask, block), state)),
                    names.of(Layer.ATTENTION_NORM, block));
            state = norm(
                    graph.node("Add", List.of(feedForward(attended, block), attended)),
                    names.of(Layer.OUTPUT_NORM, block));
        }
        String pooled = config.pooling() == Pooling.CLS ? first(state) : mean(state, present);
        String result = config.similarity() == Similarity.COSINE ? normalised(pooled) : pooled;
        graph.output("sentence_embedding", result, config.hiddenSize());
    }

    private String embeddings(String ids, String types, String size) {
        String words = look(Layer.WORD_EMBEDDINGS, tables.vocabularySize(), ids); // (B, S, H)
        String length =
                graph.node("Squeeze", List.of(graph.node("Slice", List.of(size, graph.wholes(1), graph.wholes(2)))));
        String positions = look(Layer.POSITION_EMBEDDINGS, tables.positions(), positions(length)); // (S, H)
        String kinds = look(Layer.TOKEN_TYPE_EMBEDDINGS, tables.tokenTypes(), types); // (B, S, H)
        String sum = graph.node("Add", List.of(graph.node("Add", List.of(words, kinds)), positions));
        return norm(sum, names.of(Layer.EMBEDDING_NORM, 0));
    }

    /** first, first + 1, …: (S). */
    private String positions(String length) {
        long first = tables.firstPosition();
        String end = first == 0 ? length : graph.node("Add", List.of(length, whole(first)));
        return graph.node("Range", List.of(whole(first), end, whole(1)));
    }

    private String whole(long value) {
        return graph.node("Squeeze", List.of(graph.wholes(value)));
    }

    private String look(Layer layer, int rows, String indices) {
        String name = names.of(layer, 0);
        float[] table = weights.get(name + ".weight", rows, config.hiddenSize()).toFloats();
        return graph.node(
                "Gather", List.of(graph.constant(name + ".weight", table, rows, config.hiddenSize()), indices));
    }

    /** 0 for a token, very negative for padding; an instruction's tokens come first and have its bias. */
    private String mask(String present, String batch) {
        String wide = graph.node("Unsqueeze", List.of(present, graph.wholes(1, 2))); // (B, 1, 1, S)
        String hidden = graph.node(
                "Mul",
                List.of(
                        graph.node("Sub", List.of(graph.scalar(1), wide)),
                        graph.scalar(type == NumberType.FP16 ? -1e4 : -1e9)));
        if (instruction.blocks().isEmpty()) {
            return hidden;
        }
        int length = instruction.length();
        String shape = graph.node("Concat", List.of(batch, graph.wholes(1, 1, length)), Graph.attribute("axis", 0));
        float[] bias = new float[length];
        Arrays.fill(bias, (float) instruction.bias());
        String seen = graph.node("Expand", List.of(graph.constant("instruction.mask", bias, 1, 1, 1, length), shape));
        return graph.node("Concat", List.of(seen, hidden), Graph.attribute("axis", 3));
    }

    private String norm(String x, String name) {
        int hidden = config.hiddenSize();
        return graph.node(
                "LayerNormalization",
                List.of(
                        x,
                        graph.constant(
                                name + ".weight",
                                weights.get(name + ".weight", hidden).toFloats(),
                                hidden),
                        graph.constant(
                                name + ".bias",
                                weights.get(name + ".bias", hidden).toFloats(),
                                hidden)),
                Graph.attribute("axis", -1),
                Graph.attribute("epsilon", (float) config.architecture().layerNormEpsilon()));
    }

    private String feedForward(String x, int block) {
        int inside = config.architecture().sizes().feedForwardSize();
        String inner = product.of(x, names.of(Layer.INTERMEDIATE, block), config.hiddenSize(), inside);
        String bent = graph.node("Erf", List.of(graph.node("Mul", List.of(inner, graph.scalar(Math.sqrt(0.5))))));
        String gate = graph.node("Add", List.of(bent, graph.scalar(1)));
        String gelu = graph.node("Mul", List.of(graph.node("Mul", List.of(inner, gate)), graph.scalar(0.5)));
        return product.of(gelu, names.of(Layer.OUTPUT, block), inside, config.hiddenSize());
    }

    private String first(String state) {
        return graph.node("Gather", List.of(state, whole(0)), Graph.attribute("axis", 1));
    }

    private String mean(String state, String present) {
        String weight = graph.node("Unsqueeze", List.of(present, graph.wholes(-1))); // (B, S, 1)
        String sum = reduce("ReduceSum", graph.node("Mul", List.of(state, weight))); // (B, H)
        return graph.node("Div", List.of(sum, reduce("ReduceSum", weight)));
    }

    private String reduce(String operator, String x) {
        return graph.node(operator, List.of(x, graph.wholes(1)), Graph.attribute("keepdims", 0));
    }

    /** In 32-bit floats: squares of a vector's components may be too large for 16 bits. */
    private String normalised(String vectors) {
        String wide =
                graph.node("Cast", List.of(vectors), Graph.attribute("to", TensorProto.DataType.FLOAT.getNumber()));
        List<Long> last = new ArrayList<>(List.of(-1L));
        String length =
                graph.node("ReduceL2", List.of(wide), Graph.attribute("axes", last), Graph.attribute("keepdims", 1));
        return graph.node("Div", List.of(wide, length));
    }
}

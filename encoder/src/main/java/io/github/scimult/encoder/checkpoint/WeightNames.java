package io.github.scimult.encoder.checkpoint;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.InstructionConfig;
import io.github.scimult.encoder.nn.Encoder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names and shapes of the weights that an encoder of a given configuration has. Shared sub-layers have Hugging Face's
 * BERT names; those of expert E carry {@code experts.E}, E being the expert's name:
 *
 * <pre>
 * encoder.layer.N.attention.experts.E.self.query.weight       (and key, value, output.dense)
 * encoder.layer.N.experts.E.intermediate.dense.weight         (and output.dense, output.LayerNorm)
 * </pre>
 *
 * Those of an encoder that reads the instructions alone begin with {@code instruction_encoder.}.
 */
final class WeightNames {
    private final SortedMap<String, long[]> shapes = new TreeMap<>();
    private final EncoderConfig config;

    private WeightNames(EncoderConfig config) {
        this.config = config;
    }

    /** The shape of every weight, by name. */
    static SortedMap<String, long[]> shapes(EncoderConfig config) {
        WeightNames names = new WeightNames(config);
        names.embeddings();
        for (int layer = 0; layer < config.layers(); layer++) {
            names.layer(layer);
        }
        if (config.instructions().reader() == InstructionConfig.Reader.OWN_ENCODER) {
            shapes(config.withInstructions(InstructionConfig.NONE))
                    .forEach((name, shape) -> names.shapes.put(Encoder.ofReader(name), shape));
        }
        return names.shapes;
    }

    private void embeddings() {
        shapes.put("embeddings.word_embeddings.weight", shape(config.vocabularySize(), config.hiddenSize()));
        shapes.put("embeddings.position_embeddings.weight", shape(config.positions(), config.hiddenSize()));
        shapes.put("embeddings.token_type_embeddings.weight", shape(config.tokenTypes(), config.hiddenSize()));
        layerNorm("embeddings.LayerNorm");
    }

    private void layer(int layer) {
        ExpertLayout experts = config.experts();
        String block = "encoder.layer." + layer;
        layerNorm(block + ".attention.output.LayerNorm");
        for (String name : places(experts.attentionBlocks().contains(layer), block + ".attention")) {
            linear(name + ".self.query", config.hiddenSize(), config.hiddenSize());
            linear(name + ".self.key", config.hiddenSize(), config.hiddenSize());
            linear(name + ".self.value", config.hiddenSize(), config.hiddenSize());
            linear(name + ".output.dense", config.hiddenSize(), config.hiddenSize());
        }
        for (String name : places(experts.feedForwardBlocks().contains(layer), block)) {
            linear(name + ".intermediate.dense", config.feedForwardSize(), config.hiddenSize());
            linear(name + ".output.dense", config.hiddenSize(), config.feedForwardSize());
            layerNorm(name + ".output.LayerNorm");
        }
    }

    private List<String> places(boolean split, String shared) {
        return split
                ? config.experts().experts().stream()
                        .map(expert -> shared + ".experts." + expert)
                        .toList()
                : List.of(shared);
    }

    private void linear(String name, int outputs, int inputs) {
        shapes.put(name + ".weight", shape(outputs, inputs));
        shapes.put(name + ".bias", shape(outputs));
    }

    private void layerNorm(String name) {
        shapes.put(name + ".weight", shape(config.hiddenSize()));
        shapes.put(name + ".bias", shape(config.hiddenSize()));
    }

    private static long[] shape(long... lengths) {
        return lengths;
    }
}

package io.github.scimult.encoder.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every weight of an encoder once, from the input up. Shared layers have the names of the architecture, {@link WeightNames}; those of
 * expert E carry {@code experts.E}, E being the expert's name, and those of an encoder that reads the instructions alone begin with
 * {@code instruction_encoder.}. So for a BERT:
 *
 * <pre>
 * encoder.layer.N.attention.experts.E.self.query.weight       (and key, value, output.dense)
 * encoder.layer.N.experts.E.intermediate.dense.weight         (and output.dense, output.LayerNorm)
 * instruction_encoder.encoder.layer.N.attention.self.query.weight
 * </pre>
 */
public final class WeightTable {
    private static final String READER = "instruction_encoder.";

    private final Map<String, Weight> weights;

    private WeightTable(Map<String, Weight> weights) {
        this.weights = Collections.unmodifiableMap(weights);
    }

    /** The weights of a configuration. */
    public static WeightTable of(EncoderConfig config) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        add(weights, config, false);
        if (config.instructions().reader() == InstructionConfig.Reader.OWN_ENCODER) {
            add(weights, config, true);
        }
        return new WeightTable(weights);
    }

    private static void add(Map<String, Weight> weights, EncoderConfig config, boolean ofReader) {
        Rows rows = new Rows(config, ofReader);
        rows.shared(Layer.of(SubLayer.EMBEDDINGS), 0);
        for (int block = 0; block < config.layers(); block++) {
            rows.split(
                    SubLayer.ATTENTION,
                    block,
                    config.experts().attentionBlocks().contains(block));
            rows.shared(List.of(Layer.ATTENTION_NORM), block + 1);
            rows.split(
                    SubLayer.FEED_FORWARD,
                    block,
                    config.experts().feedForwardBlocks().contains(block));
        }
        rows.all.forEach(weight -> weights.put(weight.name(), weight));
    }

    /** All of them, from the input up. */
    public List<Weight> weights() {
        return List.copyOf(weights.values());
    }

    /** The weight of a name; null if there is none. */
    public Weight get(String name) {
        return weights.get(name);
    }

    /** For each array of the encoder in a file its name and shape. */
    public SortedMap<String, long[]> stored() {
        SortedMap<String, long[]> shapes = new TreeMap<>();
        weights.values()
                .forEach(weight -> weight.own().stored().forEach(name -> shapes.put(name, weight.storedShape())));
        return shapes;
    }

    /** An array's name without what marks it as the instruction reader's. */
    public static String withoutReader(String name) {
        return name.startsWith(READER) ? name.substring(READER.length()) : name;
    }

    /** The weights of one encoder, the texts' or the reader's. */
    private static final class Rows {
        private final Architecture architecture;
        private final List<String> experts;
        private final boolean ofReader;
        private final List<Weight> all = new ArrayList<>();

        Rows(EncoderConfig config, boolean ofReader) {
            this.architecture = config.architecture();
            this.experts = config.experts().experts();
            this.ofReader = ofReader;
        }

        void shared(List<Layer> layers, int depth) {
            layers.forEach(layer -> add(layer, depth, null));
        }

        void split(SubLayer subLayer, int block, boolean isSplit) {
            List<Layer> layers =
                    Layer.of(subLayer).stream().filter(Layer::belongsToExperts).toList();
            if (isSplit) {
                experts.forEach(expert -> layers.forEach(layer -> add(layer, block + 1, expert)));
            } else {
                shared(layers, block + 1);
            }
        }

        private void add(Layer layer, int depth, String expert) {
            long[] shape = layer.shape(architecture);
            all.add(weight(new Weight.Role(layer, false, depth, expert, ofReader), shape));
            if (layer.hasBias()) {
                all.add(weight(new Weight.Role(layer, true, depth, expert, ofReader), new long[] {shape[0]}));
            }
        }

        private Weight weight(Weight.Role role, long[] shape) {
            String reader = ofReader ? READER : "";
            return new Weight(
                    name(role, reader, role.expert()), name(role, reader, null), name(role, "", null), shape, role);
        }

        private Weight.Name name(Weight.Role role, String reader, String expert) {
            WeightNames names = architecture.names();
            WeightNames.LayerName layer = names.layers().get(role.layer());
            String before = reader + names.below(role.layer(), role.depth() - 1, expert);
            String ending = role.isBias() ? ".bias" : ".weight";
            return new Weight.Name(
                    before + layer.name() + ending,
                    layer.stored().stream().map(part -> before + part + ending).toList());
        }
    }
}

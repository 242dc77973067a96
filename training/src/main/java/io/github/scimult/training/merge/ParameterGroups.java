package io.github.scimult.training.merge;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.Weight;
import io.github.scimult.encoder.architecture.WeightTable;
import java.util.List;

/** Into which parts an encoder's weights fall that may each have an α of their own. */
public enum ParameterGroups {
    /** All weights are one part. */
    WHOLE {
        @Override
        String partOf(Weight weight, int layers) {
            return "all";
        }
    },
    /** The embeddings with the lower third of the blocks, the middle third, the upper third. */
    DEPTHS {
        @Override
        String partOf(Weight weight, int layers) {
            return THIRDS.get(3 * Math.max(0, weight.depth() - 1) / layers);
        }
    },
    /** Embeddings, attention, feed-forward; each with its LayerNorms. */
    KINDS {
        @Override
        String partOf(Weight weight, int layers) {
            return switch (weight.subLayer()) {
                case EMBEDDINGS -> "embeddings";
                case ATTENTION -> "attention";
                case FEED_FORWARD -> "feed-forward";
            };
        }
    },
    /** What all tasks share, each expert, and the reader of instructions. */
    EXPERTS {
        @Override
        String partOf(Weight weight, int layers) {
            if (weight.isOfReader()) {
                return "reader of instructions";
            }
            return weight.expert() == null ? "shared" : ofExpert(weight.expert());
        }
    };

    private static final List<String> THIRDS = List.of("lower blocks", "middle blocks", "upper blocks");

    /**
     * The part that a weight belongs to.
     *
     * @param layers how many blocks the encoder has
     */
    abstract String partOf(Weight weight, int layers);

    /** The part of an expert of a name, among {@link #EXPERTS}. */
    static String ofExpert(String name) {
        return "expert " + name;
    }

    /** The parts of an encoder, from the input up. */
    public List<String> of(EncoderConfig config) {
        return WeightTable.of(config).weights().stream()
                .map(weight -> partOf(weight, config.layers()))
                .distinct()
                .toList();
    }
}

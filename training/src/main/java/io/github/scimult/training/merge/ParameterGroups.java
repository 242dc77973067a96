package io.github.scimult.training.merge;

import io.github.scimult.encoder.nn.Encoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Into which parts an encoder's weights fall that may each have a share of their own in a blend. */
public enum ParameterGroups {
    /** All weights are one part. */
    WHOLE {
        @Override
        String partOf(String weight, int layers) {
            return "all";
        }
    },
    /** The embeddings with the lower third of the blocks, the middle third, the upper third. */
    DEPTHS {
        @Override
        String partOf(String weight, int layers) {
            Matcher block = BLOCK.matcher(weight);
            int third = block.find() ? 3 * Integer.parseInt(block.group(1)) / layers : 0;
            return THIRDS.get(third);
        }
    },
    /** Embeddings, attention, feed-forward; each with its LayerNorms. */
    KINDS {
        @Override
        String partOf(String weight, int layers) {
            if (!BLOCK.matcher(weight).find()) {
                return "embeddings";
            }
            return weight.contains(".attention.") ? "attention" : "feed-forward";
        }
    },
    /** What all tasks share, each expert, and the reader of instructions. */
    EXPERTS {
        @Override
        String partOf(String weight, int layers) {
            if (Encoder.isOfReader(weight)) {
                return "reader of instructions";
            }
            Matcher expert = EXPERT.matcher(weight);
            return expert.find() ? "expert " + expert.group(1) : "shared";
        }
    };

    private static final Pattern BLOCK = Pattern.compile("encoder\\.layer\\.(\\d+)\\.");
    private static final Pattern EXPERT = Pattern.compile("\\.experts\\.([^.]+)\\.");
    private static final List<String> THIRDS = List.of("lower blocks", "middle blocks", "upper blocks");

    /**
     * The part that a weight belongs to.
     *
     * @param weight its name
     * @param layers how many blocks the encoder has
     */
    abstract String partOf(String weight, int layers);

    /** The parts of an encoder, from the input up. */
    public List<String> of(Encoder encoder) {
        Set<String> parts = new LinkedHashSet<>();
        encoder.visit((name, weight) -> parts.add(partOf(name, encoder.config().layers())));
        return new ArrayList<>(parts);
    }
}

package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.BlockPattern;
import io.github.scimult.encoder.architecture.EmbeddingHead;
import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.Pooling;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.json.JsonFile;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checkpoint of SciMult's release or of DPR's trainer ({@code .ckpt}). It has weights and settings; the tokenizer, the number of
 * attention heads and LayerNorm's ε are those of the BERT that it was trained from, whose folder is given beside it.
 *
 * <p>The weights stand under {@code question_model.encoder.} and {@code ctx_model.encoder.}, the same twice where one encoder
 * reads both sides. A bare state dictionary has them without a prefix or under {@code bert.}.
 */
public final class SciMultCheckpoint {
    private static final Map<String, String> SIDES = Map.of("question", "question_model.", "context", "ctx_model.");
    private static final int DEFAULT_LENGTH = 512;

    private SciMultCheckpoint() {}

    /**
     * Opens a checkpoint; its weights stay mapped from the file.
     *
     * @param file the checkpoint
     * @param base folder of the BERT that it was trained from: {@code config.json} and the tokenizer's files
     * @param side {@code question} or {@code context} where the file has two different encoders; else null
     * @throws BadDataException if a file is damaged, or holds two encoders and none was chosen
     */
    public static PretrainedModel load(Path file, Path base, String side) throws IOException {
        StateDictionary saved = StateDictionary.read(file);
        JsonFile ofBase = JsonFile.read(base.resolve("config.json"));
        if (!ofBase.isThere()) {
            throw BadDataException.in(
                    ofBase.path(),
                    "there is no such file: the folder of the BERT that the checkpoint was trained from is needed");
        }
        Map<String, WeightArray> arrays = SciMultWeightNames.translate(oneEncoder(saved, side), file.toString());
        EncoderConfig plain =
                HuggingFaceConfig.parse(ofBase, new EmbeddingHead(pooling(saved), Similarity.DOT, 1, length(saved)));
        EncoderConfig config = plain.withExperts(experts(saved, arrays, plain.layers()));
        WeightMap weights = StoredWeights.select(arrays, config, file.toString());
        return new PretrainedModel(
                config, weights, TextTokenizer.load(base), file.getFileName().toString());
    }

    /** The weights of the one encoder, or of the chosen one of two, without the side's prefix. */
    private static Map<String, WeightArray> oneEncoder(StateDictionary saved, String side) {
        Map<String, WeightArray> question = below(saved.arrays(), SIDES.get("question"));
        Map<String, WeightArray> context = below(saved.arrays(), SIDES.get("context"));
        if (question.isEmpty() && context.isEmpty()) {
            return saved.arrays();
        }
        if (side != null) {
            Map<String, WeightArray> chosen = "question".equals(side) ? question : context;
            if (!SIDES.containsKey(side) || chosen.isEmpty()) {
                throw new IllegalArgumentException(
                        "--encoder is question or context, and " + saved.path() + " must have it; not '" + side + "'");
            }
            return chosen;
        }
        if (!question.isEmpty() && !context.isEmpty()) {
            requireSame(saved.path(), question, context);
        }
        return question.isEmpty() ? context : question;
    }

    /** Below a side's name; the release's model has its BERT one level further down than DPR's own. */
    private static Map<String, WeightArray> below(Map<String, WeightArray> arrays, String side) {
        boolean further = arrays.keySet().stream().anyMatch(name -> name.startsWith(side + "encoder.embeddings."));
        String prefix = further ? side + "encoder." : side;
        Map<String, WeightArray> found = new TreeMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), array);
            }
        });
        return found;
    }

    private static void requireSame(Path file, Map<String, WeightArray> question, Map<String, WeightArray> context) {
        question.forEach((name, array) -> {
            WeightArray other = context.get(name);
            if (other == null || other.bytes().mismatch(array.bytes()) >= 0) {
                throw BadDataException.in(
                        file,
                        "holds two encoders, one for queries and one for candidates, which differ in '" + name
                                + "'; choose one by --encoder question or --encoder context");
            }
        });
    }

    private static Pooling pooling(StateDictionary saved) {
        return Boolean.TRUE.equals(saved.settings().get("mean_pool")) ? Pooling.MEAN : Pooling.CLS;
    }

    private static int length(StateDictionary saved) {
        return saved.settings().get("sequence_length") instanceof Long length && length >= 8 && length <= DEFAULT_LENGTH
                ? length.intValue()
                : DEFAULT_LENGTH;
    }

    /** By the names that are there; the file's own {@code moe_type} must say the same. */
    private static ExpertLayout experts(StateDictionary saved, Map<String, WeightArray> arrays, int layers) {
        List<Integer> attention = new ArrayList<>();
        List<Integer> feedForward = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            String block = "encoder.layer." + layer;
            if (hasBelow(arrays, block + ".attention.experts.")) {
                attention.add(layer);
            }
            if (hasBelow(arrays, block + ".experts.")) {
                feedForward.add(layer);
            }
        }
        if (attention.isEmpty() && feedForward.isEmpty()) {
            return ExpertLayout.none();
        }
        ExpertLayout found = new ExpertLayout(SciMultWeightNames.EXPERTS, Map.of(), attention, feedForward);
        if (saved.settings().get("moe_type") instanceof String pattern
                && !pattern.isEmpty()
                && !BlockPattern.parse(pattern, layers, SciMultWeightNames.EXPERTS)
                        .equals(found)) {
            throw BadDataException.in(
                    saved.path(),
                    "'moe_type' is '" + pattern + "', but the blocks with experts are, counted from 0, attention "
                            + attention + ", feed-forward " + feedForward);
        }
        return found;
    }

    private static boolean hasBelow(Map<String, WeightArray> arrays, String prefix) {
        return arrays.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }
}

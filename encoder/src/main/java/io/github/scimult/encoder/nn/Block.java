package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * One transformer block. Each of its two sub-layers is shared (a list of one) or split (one per expert).
 *
 * @param attention the attention, or one per expert
 * @param attentionNorm LayerNorm after the attention; always shared
 * @param feedForward the feed-forward, or one per expert
 */
record Block(List<Attention> attention, LayerNorm attentionNorm, List<FeedForward> feedForward) {
    public Block {
        attention = List.copyOf(attention);
        feedForward = List.copyOf(feedForward);
    }

    /** (T, H) → (T, H) through the shared sub-layers; {@link #forExpert} has picked them where they are split. */
    Tensor apply(
            Tensor x,
            PackedTensors batch,
            InstructionKeyValues.Context before,
            AttentionKernel kernel,
            Dropout dropout) {
        Tensor attended = TensorScope.of(() -> {
            Tensor context = only(attention).apply(x, batch, before, kernel, dropout); // (T, H)
            return attentionNorm.apply(dropout.apply(context).add(x));
        });
        return TensorScope.of(() -> only(feedForward).apply(attended, dropout));
    }

    /** What this block's texts see of an instruction whose states of the block below are (I, H). */
    InstructionKeyValues.Context contextOf(Tensor states, int heads, double bias, AttentionKernel kernel) {
        return only(attention).contextOf(states, heads, bias, kernel);
    }

    private static <T> T only(List<T> subLayers) {
        if (subLayers.size() != 1) {
            throw new IllegalStateException(
                    "a block of " + subLayers.size() + " experts was run before one was chosen");
        }
        return subLayers.getFirst();
    }

    /** The block as one expert sees it, every sub-layer a list of one. */
    Block forExpert(int expert) {
        return new Block(
                List.of(attention.get(attention.size() == 1 ? 0 : expert)),
                attentionNorm,
                List.of(feedForward.get(feedForward.size() == 1 ? 0 : expert)));
    }

    Block map(UnaryOperator<Tensor> change) {
        return new Block(
                attention.stream().map(part -> part.map(change)).toList(),
                attentionNorm.map(change),
                feedForward.stream().map(part -> part.map(change)).toList());
    }

    static Block load(WeightSource source, int index, EncoderConfig config) {
        ExpertLayout layout = config.experts();
        String name = "encoder.layer." + index;
        List<Attention> attention = new ArrayList<>();
        for (String prefix :
                prefixes(name + ".attention", layout, layout.attentionBlocks().contains(index))) {
            attention.add(Attention.load(source, prefix, config));
        }
        List<FeedForward> feedForward = new ArrayList<>();
        for (String prefix : prefixes(name, layout, layout.feedForwardBlocks().contains(index))) {
            feedForward.add(FeedForward.load(source, prefix, config));
        }
        return new Block(attention, LayerNorm.load(source, attentionNormName(name), config), feedForward);
    }

    void visit(int index, ExpertLayout layout, WeightVisitor visitor) {
        String name = "encoder.layer." + index;
        List<String> attentionNames = prefixes(
                name + ".attention", layout, isSplit(layout.attentionBlocks(), index, layout, attention.size()));
        List<String> feedForwardNames =
                prefixes(name, layout, isSplit(layout.feedForwardBlocks(), index, layout, feedForward.size()));
        for (int expert = 0; expert < attention.size(); expert++) {
            attention.get(expert).visit(attentionNames.get(expert), visitor);
        }
        attentionNorm.visit(attentionNormName(name), visitor);
        for (int expert = 0; expert < feedForward.size(); expert++) {
            feedForward.get(expert).visit(feedForwardNames.get(expert), visitor);
        }
    }

    /** A split block of which one among several experts was chosen shows that one under the shared name. */
    private static boolean isSplit(List<Integer> blocks, int index, ExpertLayout layout, int subLayers) {
        return blocks.contains(index) && subLayers == layout.experts().size();
    }

    private static String attentionNormName(String name) {
        return name + ".attention.output.LayerNorm";
    }

    private static List<String> prefixes(String name, ExpertLayout layout, boolean split) {
        return split
                ? layout.experts().stream()
                        .map(expert -> name + ".experts." + expert)
                        .toList()
                : List.of(name);
    }
}

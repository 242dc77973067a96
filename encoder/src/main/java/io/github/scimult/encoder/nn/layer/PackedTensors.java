package io.github.scimult.encoder.nn.layer;

import io.github.scimult.encoder.packing.PackedBatch;
import io.github.scimult.encoder.packing.SequenceGroup;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A {@link PackedBatch} as libtorch sees it.
 *
 * @param groups the rectangles
 * @param tokens of all rows
 * @param masks for each group (B, 1, 1, L): 0 for a token, −∞ for padding; null where there is none
 * @param weights for each group (B, L, 1): 1 / length for a token, 0 for padding
 * @param toCallerOrder (B), int32: the packed index of each of the caller's texts
 */
public record PackedTensors(
        List<SequenceGroup> groups, Tokens tokens, List<Tensor> masks, List<Tensor> weights, Tensor toCallerOrder) {

    /**
     * What stands in the rows.
     *
     * @param ids (T), int32
     * @param positions (T), int32, from 0
     */
    record Tokens(Tensor ids, Tensor positions) {}

    /** @param type of masks and weights */
    public static PackedTensors of(PackedBatch batch, ScalarType type) {
        int[] ids = new int[batch.rows()];
        int[] positions = new int[ids.length];
        int[] inverse = new int[batch.order().length];
        List<Tensor> masks = new ArrayList<>();
        List<Tensor> weights = new ArrayList<>();
        int row = 0;
        int sequence = 0;
        for (SequenceGroup group : batch.groups()) {
            double[] mask = new double[group.rows()];
            double[] weight = new double[group.rows()];
            for (int i = 0; i < group.sequences(); i++, sequence++) {
                int[] text = batch.sequences()[batch.order()[sequence]];
                inverse[batch.order()[sequence]] = sequence;
                for (int position = 0; position < group.length(); position++, row++) {
                    boolean real = position < text.length;
                    ids[row] = real ? text[position] : 0;
                    positions[row] = position;
                    mask[i * group.length() + position] = real ? 0 : Double.NEGATIVE_INFINITY;
                    weight[i * group.length() + position] = real ? 1.0 / text.length : 0;
                }
            }
            long[] maskShape = {group.sequences(), 1, 1, group.length()};
            masks.add(group.padded() ? Tensor.create(mask, maskShape).to(type) : null);
            weights.add(
                    Tensor.create(weight, group.sequences(), group.length(), 1).to(type));
        }
        return new PackedTensors(
                batch.groups(),
                new Tokens(Tensor.create(ids), Tensor.create(positions)),
                masks,
                weights,
                Tensor.create(inverse));
    }

    Tensor tokenIds() {
        return tokens.ids();
    }

    Tensor positions() {
        return tokens.positions();
    }

    /** The rows of each group, in the rows' order. */
    public long[] groupRows() {
        return groups.stream().mapToLong(SequenceGroup::rows).toArray();
    }

    Tensor mask(int group) {
        return masks.get(group);
    }
}

package io.github.scimult.training.loss;

import static org.bytedeco.pytorch.global.torch.cat;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * One InfoNCE term per positive in which the query's other positives are no negatives.
 *
 * <p>L_i = mean over p∈P_i of −s_ip + log Σ_{j∈A_i, j∉P_i∖{p}} exp s_ij. With identity masking and one row per pair this
 * is what training uses for papers with several labels.
 */
final class MultiPositiveSeparate implements ContrastiveLoss {
    @Override
    public Tensor perQuery(Tensor scores, CandidateSets sets) {
        TensorVector losses = new TensorVector();
        for (int query = 0; query < sets.queries(); query++) {
            int[] positives = sets.positives()[query];
            int[][] left = new int[positives.length][];
            int[][] own = new int[positives.length][];
            for (int index = 0; index < positives.length; index++) {
                int positive = positives[index];
                int[] others = Arrays.stream(positives)
                        .filter(other -> other != positive)
                        .toArray();
                left[index] = Masks.union(sets.excluded()[query], others);
                own[index] = new int[] {positive};
            }
            Tensor rows = scores.narrow(0, query, 1).expand(positives.length, scores.size(1)); // (|P|, m)
            losses.push_back(new InfoNce()
                    .perQuery(rows, new CandidateSets(own, left))
                    .mean()
                    .view(1));
        }
        return cat(losses, 0);
    }
}

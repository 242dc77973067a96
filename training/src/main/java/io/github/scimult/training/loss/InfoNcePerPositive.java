package io.github.scimult.training.loss;

import static org.bytedeco.pytorch.global.torch.cat;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * One InfoNCE term for each of a query's positives, in which its other positives are no negatives; their mean over the query.
 *
 * <p>L_i = mean over p∈P_i of −s_ip + log Σ_{j∈A_i, j∉P_i∖{p}} exp s_ij, P_i being the positives of query i in the batch; other symbols as
 * in {@link InfoNce}.
 *
 * <p>When to use: where queries differ much in their numbers of positives, and each query is to count alike. Relation: {@link InfoNce} with
 * known positives masked has the same terms, but is the mean over pairs, so that a query of many positives counts more.
 */
final class InfoNcePerPositive implements ContrastiveLoss {
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

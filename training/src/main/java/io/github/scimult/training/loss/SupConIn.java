package io.github.scimult.training.loss;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * A query's positives are added up inside the logarithm: it is enough that one of them scores high.
 *
 * <p>L_i = −log Σ_{p∈P_i} exp s_ip + log Σ_{j∈A_i} exp s_ij, P_i being the positives of query i in the batch; other symbols as in {@link
 * InfoNce}.
 *
 * <p>Reference: Khosla et al., "Supervised Contrastive Learning", 2020, equation 3 (L_in), without its constant 1/|P_i|. Also known, with
 * other candidates, as MIL-NCE (Miech et al., 2020).
 *
 * <p>When to use: where a query's positives are noisy, and not all of them need to be near. Relation: with one positive a query it is
 * {@link InfoNce}.
 */
final class SupConIn implements ContrastiveLoss {
    @Override
    public Tensor perQuery(Tensor scores, CandidateSets sets) {
        int[][] notPositive = new int[sets.queries()][];
        Arrays.setAll(notPositive, query -> others(sets.positives()[query], (int) scores.size(1)));
        Tensor numerator = Masks.without(scores, notPositive).logsumexp(1);
        return Masks.without(scores, sets.excluded()).logsumexp(1).sub(numerator);
    }

    /** All columns but some. */
    private static int[] others(int[] some, int columns) {
        Set<Integer> left = Arrays.stream(some).boxed().collect(Collectors.toSet());
        return IntStream.range(0, columns)
                .filter(column -> !left.contains(column))
                .toArray();
    }
}

package io.github.scimult.training.loss;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * The positives' probabilities are added up inside the logarithm: SupCon's L_in (Khosla et al., "Supervised Contrastive
 * Learning", 2020, equation 3, without its constant).
 *
 * <p>L_i = −log Σ_{p∈P_i} exp s_ip + log Σ_{j∈A_i} exp s_ij.
 */
final class MultiPositiveInside implements ContrastiveLoss {
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

package io.github.scimult.model.train;

import io.github.scimult.model.nn.Encoder;
import io.github.scimult.model.train.TrainingListener.Blended;
import io.github.scimult.model.train.TrainingListener.DevFigure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The straight line between the base's weights and the trained ones, and the choice of a point on it. */
final class Blend {
    private Blend() {}

    /**
     * (1 − share) · base + share · trained, in new memory. An expert is blended with the base's shared sub-layer, from
     * which it began.
     */
    static Encoder of(Encoder base, Encoder trained, double share) {
        Map<String, Tensor> start = new HashMap<>();
        base.visit(start::put);
        Encoder blended = trained.map(weight -> weight.detach().clone());
        try (NoGradGuard noGradients = new NoGradGuard()) {
            blended.visit((name, weight) -> {
                try (PointerScope scope = new PointerScope()) {
                    Tensor from = start.get(name.replaceFirst("\\.experts\\.[^.]+", ""));
                    weight.mul_(new Scalar(share)).add_(from.mul(new Scalar(1 - share)));
                }
            });
        }
        return blended;
    }

    /**
     * The share to keep: the smallest whose dev mean is within one standard error, of their difference, of the best one (the rule of Breiman et
     * al., "Classification and Regression Trees", 1984): where dev cannot tell them apart, the one nearer to the base has
     * kept more of what dev does not ask about.
     */
    static double choose(List<Blended> tried) {
        Blended best = tried.stream()
                .max(Comparator.comparingDouble(Blended::mean))
                .orElseThrow(() -> new IllegalArgumentException("no share was tried"));
        return tried.stream()
                .filter(one -> one.mean() >= best.mean() - standardErrorOfDifference(one.figures(), best.figures()))
                .mapToDouble(Blended::share)
                .min()
                .orElse(best.share());
    }

    /** Of the mean over all figures, each counting alike; on the same queries, so little of their spread is left. */
    private static double standardErrorOfDifference(List<DevFigure> one, List<DevFigure> best) {
        double squares = 0;
        for (int i = 0; i < one.size(); i++) {
            double error = DevEvaluation.standardErrorOfDifference(
                    one.get(i).perQuery(), best.get(i).perQuery());
            squares += error * error;
        }
        return one.isEmpty() ? 0 : Math.sqrt(squares) / one.size();
    }
}

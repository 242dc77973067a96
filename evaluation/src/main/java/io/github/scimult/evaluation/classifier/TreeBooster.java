package io.github.scimult.evaluation.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits boosted trees by Newton steps on the log-loss. */
final class TreeBooster {
    private static final int TREES = 120;
    private static final double LEARNING_RATE = 0.1;

    private final FeatureBins bins;
    private final boolean[] targets;
    private final double[] logOdds;
    private final double[] gradients;
    private final double[] hessians;

    TreeBooster(float[][] rows, boolean[] targets) {
        if (rows.length == 0 || rows.length != targets.length) {
            throw new IllegalArgumentException("trees are fitted on as many rows as targets and at least 1, not "
                    + rows.length + " and " + targets.length);
        }
        this.bins = FeatureBins.of(rows);
        this.targets = targets;
        this.logOdds = new double[rows.length];
        this.gradients = new double[rows.length];
        this.hessians = new double[rows.length];
    }

    BoostedTrees fit() {
        double prior = prior();
        Arrays.fill(logOdds, prior);
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        for (int tree = 0; tree < TREES; tree++) {
            differentiate();
            TreeGrower grower = new TreeGrower(bins, gradients, hessians, LEARNING_RATE);
            BoostedTrees.Tree grown = grower.grow();
            grower.addTo(logOdds);
            trees.add(grown);
        }
        return new BoostedTrees(prior, trees);
    }

    /** The log-odds of the class, as if there were one row more of either kind. */
    private double prior() {
        int members = 0;
        for (boolean target : targets) {
            members += target ? 1 : 0;
        }
        return Math.log((members + 1.0) / (targets.length - members + 1.0));
    }

    private void differentiate() {
        for (int row = 0; row < targets.length; row++) {
            double probability = 1 / (1 + Math.exp(-logOdds[row]));
            gradients[row] = probability - (targets[row] ? 1 : 0);
            hessians[row] = probability * (1 - probability);
        }
    }
}

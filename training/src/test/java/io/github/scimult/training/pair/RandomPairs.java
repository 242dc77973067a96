package io.github.scimult.training.pair;

import io.github.scimult.core.random.Seeds;
import io.github.scimult.core.task.Task;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Training pairs without a collection: each query has some positives and negatives among the candidates. */
final class RandomPairs {
    static final int CANDIDATES = 400;

    private RandomPairs() {}

    static TrainingPairs of(Task task, TextKind queryKind, TextKind candidateKind, int queries, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = new int[queries];
        int[][] positives = new int[queries][];
        int[][] negatives = new int[queries][];
        int[][] known = new int[queries][];
        for (int query = 0; query < queries; query++) {
            rows[query] = query;
            int[] drawn = random.ints(0, CANDIDATES)
                    .distinct()
                    .limit(1 + random.nextInt(7) + 3)
                    .toArray();
            positives[query] = Arrays.copyOfRange(drawn, 3, drawn.length);
            negatives[query] = Arrays.copyOf(drawn, random.nextInt(4));
            known[query] = Arrays.stream(positives[query]).sorted().toArray();
        }
        return new TrainingPairs(
                "random", task, queryKind, candidateKind, CANDIDATES, rows, positives, negatives, known);
    }

    /** As in SPECTER's data: each of so many papers cites so many others. */
    static TrainingPairs citations(int papers, int each) {
        return citations(papers, each, each);
    }

    /** @param ofFirst citations of the first paper */
    static TrainingPairs citations(int papers, int each, int ofFirst) {
        SplittableRandom random = new SplittableRandom(papers);
        int[][] cited = new int[papers][];
        for (int paper = 0; paper < papers; paper++) {
            int start = random.nextInt(papers);
            int degree = paper == 0 ? ofFirst : each;
            cited[paper] = IntStream.range(0, degree)
                    .map(place -> (start + 7 * place) % papers)
                    .sorted()
                    .toArray();
        }
        int[] rows = IntStream.range(0, papers).toArray();
        return new TrainingPairs(
                "random", Task.LINK, TextKind.PAPER, TextKind.PAPER, papers, rows, cited, new int[papers][0], cited);
    }

    static TrainingPairs links(int queries) {
        return of(Task.LINK, TextKind.PAPER, TextKind.PAPER, queries, 3);
    }

    static TrainingPairs tags(int queries) {
        return of(Task.CLASSIFICATION, TextKind.PAPER, TextKind.LABEL, queries, 4);
    }

    /** Between 5 and 64 tokens. */
    static int tokens(TextKind kind, int row) {
        return 5 + Math.floorMod(Seeds.derive(9, kind.ordinal(), row), 60);
    }
}

package io.github.scimult.training.pair;

import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.random.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One pass over all pairs of a source, cut into batches. Its order is a function of seed and number alone, so a resumed
 * run draws the same batches without any saved generator.
 *
 * <p>Texts of like length are put together, which leaves less padding: examples are shuffled, sorted by length within
 * a window of a few batches, cut into batches of as many different queries as the settings ask for ({@link BatchPlan}), and the
 * batches shuffled.
 */
public final class Epoch {
    private static final int BATCHES_A_WINDOW = 8;
    private static final int[] NONE = {};

    private final TrainingPairs pairs;
    private final BatchSettings settings;
    private final TextLengths lengths;
    private final NegativeSource negatives;
    private final long seed;
    private final int[] exampleQuery;
    private final int[] exampleStart;
    private final int[] exampleTokens;
    private final int[] batchStart;
    private final int[] batchOrder;
    private final int[] order;
    private final int[][] positives;

    /** Plans epoch {@code number}, with the hard negatives that the collection judges. */
    public Epoch(TrainingPairs pairs, BatchSettings settings, TextLengths lengths, long seed, long number) {
        this(pairs, settings, lengths, NegativeSource.judged(pairs), seed, number);
    }

    /** As above, with hard negatives from elsewhere, drawn afresh in each epoch. */
    public Epoch(
            TrainingPairs pairs,
            BatchSettings settings,
            TextLengths lengths,
            NegativeSource negatives,
            long seed,
            long number) {
        this.pairs = pairs;
        this.negatives = negatives;
        this.settings = settings;
        this.lengths = lengths;
        this.seed = Seeds.derive(seed, number);
        SplittableRandom random = new SplittableRandom(this.seed);
        this.positives = shuffledPositives(random);
        int examples = Arrays.stream(positives).mapToInt(this::examplesOf).sum();
        this.exampleQuery = new int[examples];
        this.exampleStart = new int[examples];
        this.exampleTokens = new int[examples];
        listExamples();
        int[] shuffled = IntStream.range(0, examples).toArray();
        RandomSample.shuffle(shuffled, random);
        sortWindows(shuffled);
        BatchPlan.Cut cut = new BatchPlan(settings, exampleQuery, exampleTokens, positives.length).cut(shuffled);
        this.order = cut.order();
        this.batchStart = cut.starts();
        this.batchOrder = IntStream.range(0, batchStart.length - 1).toArray();
        RandomSample.shuffle(batchOrder, random);
    }

    /** The number of batches. */
    public int batches() {
        return batchOrder.length;
    }

    /** Batch {@code index} of the epoch. */
    public PairBatch batch(int index) {
        return batch(index, (query, positives, most, random) -> NONE, 0);
    }

    /**
     * Batch {@code index} with further hard negatives, which may change while the epoch goes on: its plan knows nothing of
     * them, so they come on top of the batch's tokens.
     *
     * @param most at most so many for each query
     */
    public PairBatch batch(int index, NegativeSource further, int most) {
        int batch = batchOrder[index];
        SplittableRandom random = new SplittableRandom(Seeds.derive(seed, index));
        BatchBuilder assembly = new BatchBuilder(pairs, settings, lengths);
        for (int i = batchStart[batch]; i < batchStart[batch + 1]; i++) {
            int example = order[i];
            int query = exampleQuery[example];
            int start = exampleStart[example];
            assembly.add(query, positives(query, start), negatives(query, start));
            assembly.addCandidates(further.draw(query, positives(query, start), most, random));
        }
        if (pairs.candidateKind() == TextKind.LABEL) {
            assembly.addRandomCandidates(random);
        }
        return assembly.batch();
    }

    private int[][] shuffledPositives(SplittableRandom random) {
        int[][] shuffled = new int[pairs.queries().length][];
        for (int query = 0; query < shuffled.length; query++) {
            shuffled[query] = pairs.positives()[query].clone();
            RandomSample.shuffle(shuffled[query], random);
        }
        return shuffled;
    }

    private int examplesOf(int[] positivesOfQuery) {
        return (positivesOfQuery.length + settings.positives() - 1) / settings.positives();
    }

    private void listExamples() {
        int example = 0;
        for (int query = 0; query < positives.length; query++) {
            for (int start = 0; start < positives[query].length; start += settings.positives()) {
                exampleQuery[example] = query;
                exampleStart[example] = start;
                exampleTokens[example++] = tokens(query, start);
            }
        }
    }

    private void sortWindows(int[] order) {
        int window = BATCHES_A_WINDOW * settings.queries();
        for (int start = 0; start < order.length; start += window) {
            int end = Math.min(order.length, start + window);
            long[] keys = new long[end - start]; // tokens above, place below: equal lengths stay in their random order
            for (int i = start; i < end; i++) {
                keys[i - start] = (long) exampleTokens[order[i]] << Integer.SIZE | i;
            }
            Arrays.sort(keys);
            int[] sorted = Arrays.stream(keys).mapToInt(key -> order[(int) key]).toArray();
            System.arraycopy(sorted, 0, order, start, sorted.length);
        }
    }

    /** What an example adds to a batch at most: candidates that the batch has already cost nothing. */
    private int tokens(int query, int start) {
        return lengths.tokens(pairs.queryKind(), pairs.queries()[query])
                + tokens(positives(query, start))
                + tokens(negatives(query, start));
    }

    private int tokens(int[] candidates) {
        return Arrays.stream(candidates)
                .map(row -> lengths.tokens(pairs.candidateKind(), row))
                .sum();
    }

    private int[] positives(int query, int start) {
        int[] all = positives[query];
        return Arrays.copyOfRange(all, start, Math.min(all.length, start + settings.positives()));
    }

    /** The same each time the epoch is asked: when its batches are planned, and when they are drawn. */
    private int[] negatives(int query, int start) {
        if (settings.hardNegatives() == 0) {
            return NONE;
        }
        int[] own = positives(query, start);
        SplittableRandom random = new SplittableRandom(Seeds.derive(seed, query, start));
        return negatives.draw(query, own, own.length * settings.hardNegatives(), random);
    }
}

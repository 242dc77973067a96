package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.random.Seeds;
import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.retrieval.LexicalIndexer;
import io.github.scimult.core.retrieval.LexicalScorer;
import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.core.retrieval.TopK;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.training.batch.CollectionTexts;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.HardNegativeConfig;
import io.github.scimult.training.negative.MinedHardNegatives;
import io.github.scimult.training.negative.WeightedNegatives;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Mines hard negatives for a source's queries: the candidates nearest to each that are not known to be relevant.
 *
 * @param config how deep, and what is left out
 * @param seed of the sample of queries and candidates, where there are too many
 * @param nanoTime the clock
 */
record HardNegativeMiner(HardNegativeConfig config, long seed, LongSupplier nanoTime) {
    private static final int PROBED = 256;
    /** Queries that are scored between two looks at the clock. */
    static final int BLOCK = 512;

    HardNegativeMiner(HardNegativeConfig config, long seed) {
        this(config, seed, System::nanoTime);
    }

    /**
     * Under a model, by the token ids that training reads.
     *
     * @param step of the run, counted over all stages: each mining samples queries and candidates anew
     * @param seconds about so long at most: of more texts than can be embedded in that time some are sampled, and of those queries
     *     the ones that cannot be scored any more, some at random, find nothing
     */
    MinedHardNegatives byModel(TrainingSource source, LibtorchEncoder encoder, long step, double seconds) {
        return new HardNegativeMiner(config, Seeds.derive(seed, step), nanoTime).byModel(source, encoder, seconds);
    }

    private MinedHardNegatives byModel(TrainingSource source, LibtorchEncoder encoder, double seconds) {
        TrainingPairs pairs = source.pairs();
        long start = nanoTime.getAsLong();
        Sample sampled = sample(pairs, Math.min(config.maxCandidates(), affordable(source, encoder, seconds)));
        float[][] vectors =
                encoder.encode(ids(source.texts(), pairs.candidateKind(), sampled.candidates()), pairs.task());
        float[][] queries = queries(source, sampled, vectors, encoder);
        DenseScorer scorer = new DenseScorer(matrix(vectors, encoder));
        int[][] found = empty(pairs);
        MinedHardNegatives.Guard guard = guard(pairs, sampled, MinedHardNegatives.Origin.of(encoder.similarity()));
        int[] order = shuffled(queries.length);
        for (int from = 0; from < order.length && (from == 0 || secondsSince(start) < seconds); from += BLOCK) {
            int[] block = Arrays.copyOfRange(order, from, Math.min(order.length, from + BLOCK));
            scorer.forEach(rows(queries, block), (place, scores) -> {
                int query = sampled.queries()[block[place]];
                guard.leaveNegatives(query, scores);
                found[query] = rows(sampled, TopK.of(scores, sampled.places(), config.depth()));
            });
        }
        return new MinedHardNegatives(found);
    }

    private double secondsSince(long start) {
        return (nanoTime.getAsLong() - start) / 1e9;
    }

    /** The vectors as they are searched; each is let go as soon as it is in. */
    private static EmbeddingMatrix matrix(float[][] vectors, LibtorchEncoder encoder) {
        EmbeddingMatrix.Builder matrix = new EmbeddingMatrix.Builder(encoder.dimension(), encoder.similarity());
        for (int row = 0; row < vectors.length; row++) {
            matrix.add(new float[][] {vectors[row]});
            vectors[row] = null;
        }
        return matrix.build();
    }

    private int[] shuffled(int size) {
        int[] order = IntStream.range(0, size).toArray();
        RandomSample.shuffle(order, new SplittableRandom(Seeds.derive(seed, 4)));
        return order;
    }

    private static float[][] rows(float[][] vectors, int[] places) {
        return IntStream.of(places).mapToObj(place -> vectors[place]).toArray(float[][]::new);
    }

    /** How many queries and as many candidates can be embedded in a time, by how long some of the candidates take. */
    private int affordable(TrainingSource source, LibtorchEncoder encoder, double seconds) {
        TrainingPairs pairs = source.pairs();
        if (Double.isInfinite(seconds) || pairs.candidates() <= PROBED) {
            return Integer.MAX_VALUE;
        }
        int[] probed = sample(pairs.candidates(), PROBED, 3);
        long start = nanoTime.getAsLong();
        encoder.encode(ids(source.texts(), pairs.candidateKind(), probed), pairs.task());
        return affordable(PROBED * seconds / secondsSince(start), pairs.queries().length, pairs.candidates());
    }

    /** @param texts that can be embedded. @return the limit on either side with which queries and candidates come to so many */
    static int affordable(double texts, int queries, int candidates) {
        double fewer = Math.min(queries, candidates);
        double limit = texts < 2 * fewer ? texts / 2 : texts - fewer;
        return (int) Math.max(PROBED, Math.min(Integer.MAX_VALUE, limit));
    }

    /** The queries' vectors; of papers that are candidates, too, those that are there already. */
    private static float[][] queries(
            TrainingSource source, Sample sampled, float[][] candidates, LibtorchEncoder encoder) {
        TrainingPairs pairs = source.pairs();
        float[][] vectors = new float[sampled.queries().length][];
        List<Integer> missing = new ArrayList<>();
        for (int place = 0; place < vectors.length; place++) {
            int row = pairs.queries()[sampled.queries()[place]];
            int known =
                    pairs.queryKind() == pairs.candidateKind() ? Arrays.binarySearch(sampled.candidates(), row) : -1;
            if (known >= 0) {
                vectors[place] = candidates[known];
            } else {
                missing.add(place);
            }
        }
        int[] rows = missing.stream()
                .mapToInt(place -> pairs.queries()[sampled.queries()[place]])
                .toArray();
        float[][] others = encoder.encode(ids(source.texts(), pairs.queryKind(), rows), pairs.task());
        for (int i = 0; i < others.length; i++) {
            vectors[missing.get(i)] = others[i];
        }
        return vectors;
    }

    /**
     * By BM25. Pseudo-queries are left out: they are part of what they are to find, which BM25 sees at once.
     *
     * @return none for a source of pseudo-queries
     */
    MinedHardNegatives byBm25(TrainingSource source, LiteratureCollection collection, LexicalIndexer indexer) {
        TrainingPairs pairs = source.pairs();
        int[][] found = empty(pairs);
        if (pairs.queryKind().isPseudoQuery()) {
            return new MinedHardNegatives(found);
        }
        Sample sampled = sample(pairs, config.maxCandidates());
        MinedHardNegatives.Guard guard = guard(pairs, sampled, MinedHardNegatives.Origin.ZERO);
        try (LexicalScorer scorer = indexer.index(
                sampled.candidates().length,
                place -> text(collection, pairs.candidateKind(), sampled.candidates()[place]))) {
            IntStream.of(sampled.queries()).parallel().forEach(query -> {
                float[] scores = new float[sampled.candidates().length];
                scorer.score(text(collection, pairs.queryKind(), pairs.queries()[query]), scores);
                guard.leaveNegatives(query, scores);
                found[query] = rows(
                        sampled,
                        TopK.of(scores, sampled.places(), config.depth()).positive());
            });
        }
        return new MinedHardNegatives(found);
    }

    private static int[] rows(Sample sampled, Ranking ranked) {
        return IntStream.of(ranked.rows())
                .map(place -> sampled.candidates()[place])
                .toArray();
    }

    private MinedHardNegatives.Guard guard(TrainingPairs pairs, Sample sampled, MinedHardNegatives.Origin origin) {
        return new MinedHardNegatives.Guard(pairs, sampled.candidates(), config.relativeMargin(), origin);
    }

    /**
     * What is searched.
     *
     * @param queries indices into the pairs' queries, ascending
     * @param candidates rows, ascending, the queries' positives among them
     * @param places 0, 1, 2 …: of equal scores the lower row comes first
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sample(int[] queries, int[] candidates, int[] places) {}

    private Sample sample(TrainingPairs pairs, int limit) {
        int[] queries = sample(pairs.queries().length, limit, 1);
        IntStream positives = IntStream.of(queries)
                .flatMap(query -> Arrays.stream(pairs.positives()[query]).limit(1));
        int[] candidates = IntStream.concat(IntStream.of(sample(pairs.candidates(), limit, 2)), positives)
                .sorted()
                .distinct()
                .toArray();
        return new Sample(
                queries, candidates, IntStream.range(0, candidates.length).toArray());
    }

    private int[] sample(int size, int limit, long stream) {
        return RandomSample.positions(size, limit, new SplittableRandom(Seeds.derive(seed, stream)));
    }

    private static int[][] empty(TrainingPairs pairs) {
        int[][] none = new int[pairs.queries().length][];
        Arrays.fill(none, new int[0]);
        return none;
    }

    private static int[][] ids(CollectionTexts texts, TextKind kind, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> texts.ids(kind, row)).toArray(int[][]::new);
    }

    private static String text(LiteratureCollection collection, TextKind kind, int row) {
        SegmentedText text = switch (kind) {
            case LABEL -> collection.labels().get(row).segments();
            case QUERY -> collection.queries().get(row).segments();
            default -> collection.papers().get(row).segments();
        };
        return text.plain();
    }

    /** Both kinds as one source of negatives, sampled from by their weights. */
    WeightedNegatives weighted(MinedHardNegatives byBm25, MinedHardNegatives byModel) {
        List<WeightedNegatives.Part> parts = new ArrayList<>();
        if (byBm25 != null) {
            parts.add(new WeightedNegatives.Part(byBm25, config.bm25()));
        }
        if (byModel != null) {
            parts.add(new WeightedNegatives.Part(byModel, config.model()));
        }
        return new WeightedNegatives(parts);
    }
}

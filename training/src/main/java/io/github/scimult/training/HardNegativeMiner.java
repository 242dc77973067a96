package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
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
import io.github.scimult.training.pair.Seeds;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TrainingPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Searches for the neighbours of a source's queries.
 *
 * @param config how far, and what is left out
 * @param seed of the draw of queries and candidates, where there are too many
 */
record HardNegativeMiner(HardNegativeConfig config, long seed) {
    private static final int PROBED = 256;

    /**
     * Under a model, by the token ids that training reads.
     *
     * @param seconds about so long at most: of more texts than can be embedded in that time some are drawn
     */
    MinedHardNegatives byModel(TrainingSource source, LibtorchEncoder encoder, double seconds) {
        TrainingPairs pairs = source.pairs();
        Drawn drawn = draw(pairs, Math.min(config.most(), affordable(source, encoder, seconds)));
        int[][] candidates = ids(source.texts(), pairs.candidateKind(), drawn.candidates());
        float[][] vectors = encoder.encode(candidates, pairs.task());
        EmbeddingMatrix matrix = EmbeddingMatrix.of(vectors, encoder.dimension(), encoder.similarity());
        float[][] queries = queries(source, drawn, vectors, encoder);
        int[][] found = empty(pairs);
        MinedHardNegatives.Guard guard = guard(pairs, drawn);
        new DenseScorer(matrix).forEach(queries, (place, scores) -> {
            int query = drawn.queries()[place];
            guard.leaveNegatives(query, scores);
            found[query] = rows(drawn, TopK.of(scores, drawn.places(), config.depth()));
        });
        return new MinedHardNegatives(found);
    }

    /** How many candidates can be embedded in a time, by how long some of them take. */
    private int affordable(TrainingSource source, LibtorchEncoder encoder, double seconds) {
        TrainingPairs pairs = source.pairs();
        if (Double.isInfinite(seconds) || pairs.candidates() <= PROBED) {
            return Integer.MAX_VALUE;
        }
        int[] probed = some(pairs.candidates(), PROBED, 3);
        long start = System.nanoTime();
        encoder.encode(ids(source.texts(), pairs.candidateKind(), probed), pairs.task());
        double took = (System.nanoTime() - start) / 1e9;
        return (int) Math.max(PROBED, Math.min(Integer.MAX_VALUE, PROBED * seconds / took));
    }

    /** The queries' vectors; of papers that are candidates, too, those that are there already. */
    private static float[][] queries(
            TrainingSource source, Drawn drawn, float[][] candidates, LibtorchEncoder encoder) {
        TrainingPairs pairs = source.pairs();
        float[][] vectors = new float[drawn.queries().length][];
        List<Integer> missing = new ArrayList<>();
        for (int place = 0; place < vectors.length; place++) {
            int row = pairs.queries()[drawn.queries()[place]];
            int known = pairs.queryKind() == pairs.candidateKind() ? Arrays.binarySearch(drawn.candidates(), row) : -1;
            if (known >= 0) {
                vectors[place] = candidates[known];
            } else {
                missing.add(place);
            }
        }
        int[] rows = missing.stream()
                .mapToInt(place -> pairs.queries()[drawn.queries()[place]])
                .toArray();
        float[][] others = encoder.encode(ids(source.texts(), pairs.queryKind(), rows), pairs.task());
        for (int i = 0; i < others.length; i++) {
            vectors[missing.get(i)] = others[i];
        }
        return vectors;
    }

    /**
     * By words. Pseudo-queries are left out: they are part of what they are to find, and their words say so to everybody.
     *
     * @return none for a source of pseudo-queries
     */
    MinedHardNegatives byWords(TrainingSource source, LiteratureCollection collection, LexicalIndexer indexer) {
        TrainingPairs pairs = source.pairs();
        int[][] found = empty(pairs);
        if (pairs.queryKind().isPseudoQuery()) {
            return new MinedHardNegatives(found);
        }
        Drawn drawn = draw(pairs, config.most());
        MinedHardNegatives.Guard guard = guard(pairs, drawn);
        try (LexicalScorer scorer = indexer.index(
                drawn.candidates().length,
                place -> text(collection, pairs.candidateKind(), drawn.candidates()[place]))) {
            IntStream.of(drawn.queries()).parallel().forEach(query -> {
                float[] scores = new float[drawn.candidates().length];
                scorer.score(text(collection, pairs.queryKind(), pairs.queries()[query]), scores);
                guard.leaveNegatives(query, scores);
                found[query] = rows(
                        drawn, TopK.of(scores, drawn.places(), config.depth()).positive());
            });
        }
        return new MinedHardNegatives(found);
    }

    private static int[] rows(Drawn drawn, Ranking ranked) {
        return IntStream.of(ranked.rows())
                .map(place -> drawn.candidates()[place])
                .toArray();
    }

    private MinedHardNegatives.Guard guard(TrainingPairs pairs, Drawn drawn) {
        return new MinedHardNegatives.Guard(pairs, drawn.candidates(), config.below());
    }

    /**
     * What is searched.
     *
     * @param queries indices into the pairs' queries, ascending
     * @param candidates rows, ascending, the queries' positives among them
     * @param places 0, 1, 2 …: of equal scores the lower row comes first
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Drawn(int[] queries, int[] candidates, int[] places) {}

    private Drawn draw(TrainingPairs pairs, int most) {
        int[] queries = some(pairs.queries().length, most, 1);
        IntStream positives = IntStream.of(queries)
                .flatMap(query -> Arrays.stream(pairs.positives()[query]).limit(1));
        int[] candidates = IntStream.concat(IntStream.of(some(pairs.candidates(), most, 2)), positives)
                .sorted()
                .distinct()
                .toArray();
        return new Drawn(
                queries, candidates, IntStream.range(0, candidates.length).toArray());
    }

    /** All of so many, or as many of them as are wanted at most. */
    private int[] some(int size, int most, long place) {
        return size <= most
                ? IntStream.range(0, size).toArray()
                : new SplittableRandom(Seeds.derive(seed, place))
                        .ints(0, size)
                        .distinct()
                        .limit(most)
                        .sorted()
                        .toArray();
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

    /** Both kinds as one source of negatives, drawn from by their weights. */
    WeightedNegatives weighted(MinedHardNegatives byWords, MinedHardNegatives byModel) {
        List<WeightedNegatives.Part> parts = new ArrayList<>();
        if (byWords != null) {
            parts.add(new WeightedNegatives.Part(byWords, config.bm25()));
        }
        if (byModel != null) {
            parts.add(new WeightedNegatives.Part(byModel, config.model()));
        }
        return new WeightedNegatives(parts);
    }
}

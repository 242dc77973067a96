package io.github.scimult.model.train;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.eval.retrieval.DenseScorer;
import io.github.scimult.core.eval.retrieval.EmbeddingMatrix;
import io.github.scimult.core.eval.retrieval.LexicalIndexer;
import io.github.scimult.core.eval.retrieval.LexicalScorer;
import io.github.scimult.core.eval.retrieval.RankedRows;
import io.github.scimult.core.eval.retrieval.TopRows;
import io.github.scimult.core.example.Seeds;
import io.github.scimult.core.example.TextKind;
import io.github.scimult.core.example.TrainingPairs;
import io.github.scimult.core.example.negative.Neighbours;
import io.github.scimult.core.example.negative.WeightedNegatives;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.model.embedding.LibtorchEncoder;
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
record NeighbourMining(NeighbourConfig config, long seed) {
    /** Under a model, by the token ids that training reads. */
    Neighbours byModel(TrainingSource source, LibtorchEncoder encoder) {
        TrainingPairs pairs = source.pairs();
        Drawn drawn = draw(pairs);
        int[][] candidates = ids(source.texts(), pairs.candidateKind(), drawn.candidates());
        EmbeddingMatrix matrix =
                EmbeddingMatrix.of(encoder.encode(candidates, pairs.task()), encoder.dimension(), encoder.similarity());
        int[] queryRows = IntStream.of(drawn.queries())
                .map(query -> pairs.queries()[query])
                .toArray();
        float[][] queries = encoder.encode(ids(source.texts(), pairs.queryKind(), queryRows), pairs.task());
        int[][] found = empty(pairs);
        Neighbours.Guard guard = guard(pairs, drawn);
        new DenseScorer(matrix).forEach(queries, (place, scores) -> {
            int query = drawn.queries()[place];
            guard.leaveNegatives(query, scores);
            found[query] = rows(drawn, TopRows.of(scores, drawn.places(), config.depth()));
        });
        return new Neighbours(found);
    }

    /**
     * By words. Pseudo-queries are left out: they are part of what they are to find, and their words say so to everybody.
     *
     * @return none for a source of pseudo-queries
     */
    Neighbours byWords(TrainingSource source, LiteratureCollection collection, LexicalIndexer indexer) {
        TrainingPairs pairs = source.pairs();
        int[][] found = empty(pairs);
        if (pairs.queryKind().isPseudoQuery()) {
            return new Neighbours(found);
        }
        Drawn drawn = draw(pairs);
        Neighbours.Guard guard = guard(pairs, drawn);
        try (LexicalScorer scorer = indexer.index(
                drawn.candidates().length,
                place -> text(collection, pairs.candidateKind(), drawn.candidates()[place]))) {
            IntStream.of(drawn.queries()).parallel().forEach(query -> {
                float[] scores = new float[drawn.candidates().length];
                scorer.score(text(collection, pairs.queryKind(), pairs.queries()[query]), scores);
                guard.leaveNegatives(query, scores);
                found[query] = rows(
                        drawn,
                        TopRows.of(scores, drawn.places(), config.depth()).positive());
            });
        }
        return new Neighbours(found);
    }

    private static int[] rows(Drawn drawn, RankedRows ranked) {
        return IntStream.of(ranked.rows())
                .map(place -> drawn.candidates()[place])
                .toArray();
    }

    private Neighbours.Guard guard(TrainingPairs pairs, Drawn drawn) {
        return new Neighbours.Guard(pairs, drawn.candidates(), config.below());
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

    private Drawn draw(TrainingPairs pairs) {
        int[] queries = some(pairs.queries().length, 1);
        IntStream positives = IntStream.of(queries)
                .flatMap(query -> Arrays.stream(pairs.positives()[query]).limit(1));
        int[] candidates = IntStream.concat(IntStream.of(some(pairs.candidates(), 2)), positives)
                .sorted()
                .distinct()
                .toArray();
        return new Drawn(
                queries, candidates, IntStream.range(0, candidates.length).toArray());
    }

    /** All of so many, or as many of them as are wanted at most. */
    private int[] some(int size, long place) {
        return size <= config.most()
                ? IntStream.range(0, size).toArray()
                : new SplittableRandom(Seeds.derive(seed, place))
                        .ints(0, size)
                        .distinct()
                        .limit(config.most())
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
    WeightedNegatives weighted(Neighbours byWords, Neighbours byModel) {
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

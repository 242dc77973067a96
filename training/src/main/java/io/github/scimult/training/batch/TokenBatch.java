package io.github.scimult.training.batch;

import io.github.scimult.core.task.Task;
import io.github.scimult.training.loss.CandidateSets;
import io.github.scimult.training.pair.PairBatch;
import io.github.scimult.training.pair.TrainingPairs;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A batch as the encoder and the loss see it.
 *
 * @param task chooses the expert
 * @param instruction token ids of what all texts attend to; empty for none
 * @param queries (n) token ids
 * @param candidates (m) token ids, each text once
 * @param pairQuery (rows) index of each row's query; a row of scores is a pair of query and positive
 * @param sets for each row its positives and what is excluded
 */
@SuppressWarnings("ArrayRecordComponent")
public record TokenBatch(
        Task task, int[] instruction, int[][] queries, int[][] candidates, int[] pairQuery, CandidateSets sets) {
    /**
     * Looks texts up. Candidates of equal text become one, since the encoder cannot tell them apart; those of each part are negatives
     * of the others' queries, too.
     *
     * @param parts at least one, all of the same task
     * @param instruction what the texts attend to; empty for none
     * @param maskKnown whether candidates known to be relevant to a query are excluded from its denominators, and those
     *     whose text is that of such a one, or the query's own
     */
    static TokenBatch of(List<Part> parts, int[] instruction, boolean maskKnown) {
        Columns columns = new Columns();
        List<int[]> columnsOf = parts.stream().map(part -> part.in(columns)).toList();
        Pairs pairs = new Pairs();
        for (int part = 0; part < parts.size(); part++) {
            pairs.add(parts.get(part), columnsOf.get(part), columns, maskKnown);
        }
        return new TokenBatch(
                parts.getFirst().batch().pairs().task(),
                instruction,
                pairs.queries.toArray(int[][]::new),
                columns.texts(),
                pairs.query.build().toArray(),
                pairs.sets());
    }

    /** The pairs of one part after the other. */
    private static final class Pairs {
        private final List<int[]> queries = new ArrayList<>();
        private final IntStream.Builder query = IntStream.builder();
        private final List<int[]> positives = new ArrayList<>();
        private final List<int[]> excluded = new ArrayList<>();

        /** @param columnOf the column of each of the part's candidates, all parts' being there already */
        void add(Part part, int[] columnOf, Columns columns, boolean maskKnown) {
            int[][] own = part.queries();
            int[][] known = maskKnown ? part.known(own, columns) : new int[own.length][0];
            PairBatch batch = part.batch();
            for (int pair = 0; pair < batch.pairQuery().length; pair++) {
                int positive = columnOf[batch.pairPositive()[pair]];
                int ofPart = batch.pairQuery()[pair];
                query.add(queries.size() + ofPart);
                positives.add(new int[] {positive});
                excluded.add(Arrays.stream(known[ofPart])
                        .filter(column -> column != positive)
                        .toArray());
            }
            queries.addAll(List.of(own));
        }

        CandidateSets sets() {
            return new CandidateSets(positives.toArray(int[][]::new), excluded.toArray(int[][]::new));
        }
    }

    /** A batch of one source; a whole one may consist of several of the same task. */
    record Part(PairBatch batch, CollectionTexts texts) {
        /** The columns of its candidates. */
        private int[] in(Columns columns) {
            return Arrays.stream(batch.candidates())
                    .map(row -> columns.of(texts.ids(batch.pairs().candidateKind(), row)))
                    .toArray();
        }

        private int[][] queries() {
            return IntStream.range(0, batch.queries().length)
                    .mapToObj(query -> texts.ids(batch.pairs().queryKind(), batch.queryRow(query)))
                    .toArray(int[][]::new);
        }

        /** For each query the columns that hold the text of a candidate known to be relevant, or the query's own text. */
        private int[][] known(int[][] queries, Columns columns) {
            TrainingPairs pairs = batch.pairs();
            int[][] known = new int[queries.length][];
            for (int query = 0; query < queries.length; query++) {
                Stream<int[]> relevant = Arrays.stream(pairs.known()[batch.queries()[query]])
                        .mapToObj(row -> texts.ids(pairs.candidateKind(), row));
                Stream<int[]> itself =
                        pairs.queryKind() == pairs.candidateKind() ? Stream.of(queries[query]) : Stream.empty();
                known[query] = columns.among(Stream.concat(relevant, itself));
            }
            return known;
        }
    }

    /**
     * A batch in which each query's positive is the candidate in its own place, and all others are negatives.
     *
     * @param candidates (m ≥ n) token ids
     */
    public static TokenBatch inPlace(Task task, int[] instruction, int[][] queries, int[][] candidates) {
        int[] each = IntStream.range(0, queries.length).toArray();
        int[][] positives = Arrays.stream(each).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
        CandidateSets sets = new CandidateSets(positives, new int[queries.length][0]);
        return new TokenBatch(task, instruction, queries, candidates, each, sets);
    }

    /**
     * The same texts with one row of scores a query instead of one a pair: its positives are those of all its pairs, and only what none
     * of them is stays excluded.
     */
    public TokenBatch withRowPerQuery() {
        Map<Integer, List<Integer>> pairsOfQuery = new TreeMap<>();
        for (int pair = 0; pair < pairQuery.length; pair++) {
            pairsOfQuery
                    .computeIfAbsent(pairQuery[pair], query -> new ArrayList<>())
                    .add(pair);
        }
        int[][] positives = pairsOfQuery.values().stream()
                .map(pairs -> columns(pairs.stream().map(pair -> sets.positives()[pair])))
                .toArray(int[][]::new);
        int[][] excluded = pairsOfQuery.values().stream()
                .map(pairs -> columns(pairs.stream().map(pair -> sets.excluded()[pair])))
                .toArray(int[][]::new);
        for (int row = 0; row < excluded.length; row++) {
            int[] own = positives[row];
            excluded[row] = Arrays.stream(excluded[row])
                    .filter(column -> Arrays.binarySearch(own, column) < 0)
                    .toArray();
        }
        int[] rows = pairsOfQuery.keySet().stream().mapToInt(Integer::intValue).toArray();
        return new TokenBatch(task, instruction, queries, candidates, rows, new CandidateSets(positives, excluded));
    }

    /**
     * The same texts with the roles changed: each pair's positive asks for the pair's query among all queries. A query that has the positive,
     * too, or for which it is excluded, is excluded.
     */
    public TokenBatch reversed() {
        int[] positive =
                Arrays.stream(sets.positives()).mapToInt(only -> only[0]).toArray();
        List<SortedSet<Integer>> queriesOf = new ArrayList<>();
        for (int column = 0; column < candidates.length; column++) {
            queriesOf.add(new TreeSet<>());
        }
        for (int pair = 0; pair < pairQuery.length; pair++) {
            queriesOf.get(positive[pair]).add(pairQuery[pair]);
            for (int column : sets.excluded()[pair]) {
                queriesOf.get(column).add(pairQuery[pair]);
            }
        }
        int[][] positives =
                Arrays.stream(pairQuery).mapToObj(query -> new int[] {query}).toArray(int[][]::new);
        int[][] excluded = new int[pairQuery.length][];
        for (int pair = 0; pair < pairQuery.length; pair++) {
            int own = pairQuery[pair];
            excluded[pair] = queriesOf.get(positive[pair]).stream()
                    .mapToInt(Integer::intValue)
                    .filter(query -> query != own)
                    .toArray();
        }
        return new TokenBatch(task, instruction, candidates, queries, positive, new CandidateSets(positives, excluded));
    }

    /** All of several lists of columns, ascending, each once. */
    private static int[] columns(Stream<int[]> lists) {
        return lists.flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    }

    /** All texts, the queries first. */
    public int[][] texts() {
        int[][] all = new int[queries.length + candidates.length][];
        System.arraycopy(queries, 0, all, 0, queries.length);
        System.arraycopy(candidates, 0, all, queries.length, candidates.length);
        return all;
    }

    /** Tokens of all texts. */
    public long tokens() {
        long tokens = 0;
        for (int[] ids : texts()) {
            tokens += ids.length;
        }
        return tokens;
    }

    /** Distinct texts in the order of their first appearance. */
    private static final class Columns {
        private final List<int[]> texts = new ArrayList<>();
        private final Map<IntBuffer, Integer> index = new LinkedHashMap<>();

        public int[][] texts() {
            return texts.toArray(int[][]::new);
        }

        /** The column of a text, a new one if need be. */
        int of(int[] ids) {
            return index.computeIfAbsent(IntBuffer.wrap(ids), key -> {
                texts.add(ids);
                return texts.size() - 1;
            });
        }

        /** The columns of those texts that have one, in ascending order, each once. */
        int[] among(Stream<int[]> some) {
            return some.map(ids -> index.get(IntBuffer.wrap(ids)))
                    .filter(Objects::nonNull)
                    .mapToInt(column -> column)
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }
}

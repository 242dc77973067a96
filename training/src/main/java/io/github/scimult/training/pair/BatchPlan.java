package io.github.scimult.training.pair;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cuts an order of examples into full batches. An example whose query the open batch has already waits for the next one, so that a
 * batch compares as many different queries as it was asked for. Only a query with more examples than an epoch has batches stands in
 * one several times, and what waits at the end fills the last batch. The cost is linear in the examples.
 */
final class BatchPlan {
    private final BatchSettings settings;
    private final int[] queryOf;
    private final int[] tokensOf;
    private final int[] limitOf; // examples of a query in one batch
    private final int[] batchOf; // the last batch that a query is in
    private final int[] timesIn; // examples of the query in that batch
    private final Map<Integer, Deque<Integer>> waiting = new LinkedHashMap<>(); // by query
    private final int[] planned;
    private final int[] starts;
    private int size;
    private int batches;
    private long tokens; // of the open batch

    /**
     * Examples and what they are of.
     *
     * @param queryOf the query of each example
     * @param tokensOf tokens of each example
     * @param queries how many queries there are
     */
    BatchPlan(BatchSettings settings, int[] queryOf, int[] tokensOf, int queries) {
        this.settings = settings;
        this.queryOf = queryOf;
        this.tokensOf = tokensOf;
        this.limitOf = limits(queries);
        this.batchOf = new int[queries];
        this.timesIn = new int[queries];
        this.planned = new int[queryOf.length];
        this.starts = new int[queryOf.length + 1];
        Arrays.fill(batchOf, -1);
    }

    /** Examples in the order of the batches. @param starts first example of each batch, and the number of all */
    @SuppressWarnings("ArrayRecordComponent")
    record Cut(int[] order, int[] starts) {}

    /** @param order all examples */
    Cut cut(int[] order) {
        for (int example : order) {
            place(example);
        }
        while (!waiting.isEmpty()) {
            addWaiting(true);
            if (!waiting.isEmpty()) {
                begin();
            }
        }
        evenOutTheLastTwo();
        starts[batches] = size;
        return new Cut(planned, Arrays.copyOf(starts, batches + 1));
    }

    /** As often as the query must be in a batch, if its examples are to be in as many batches as the epoch has. */
    private int[] limits(int queries) {
        long all = Arrays.stream(tokensOf).asLongStream().sum();
        int fewest = (int) Math.max(
                1, Math.max(Math.ceilDiv(queryOf.length, settings.queries()), Math.ceilDiv(all, settings.tokens())));
        int[] limits = new int[queries];
        for (int query : queryOf) {
            limits[query]++;
        }
        return Arrays.stream(limits)
                .map(examples -> Math.ceilDiv(examples, fewest))
                .toArray();
    }

    private void place(int example) {
        while (batches == 0 || (mayBeIn(queryOf[example]) && !fits(example))) {
            begin();
        }
        if (mayBeIn(queryOf[example])) {
            add(example);
        } else {
            waiting.computeIfAbsent(queryOf[example], query -> new ArrayDeque<>())
                    .add(example);
        }
    }

    /** Begins a batch with what waits for it. */
    private void begin() {
        starts[batches++] = size;
        tokens = 0;
        addWaiting(false);
    }

    /** @param repeated whether a query may be in the batch as often as there is room */
    private void addWaiting(boolean repeated) {
        Iterator<Deque<Integer>> queries = waiting.values().iterator();
        while (queries.hasNext()) {
            Deque<Integer> examples = queries.next();
            while (!examples.isEmpty() && (repeated || mayBeIn(queryOf[examples.peek()]))) {
                if (!fits(examples.peek())) {
                    return;
                }
                add(examples.poll());
            }
            if (examples.isEmpty()) {
                queries.remove();
            }
        }
    }

    private boolean mayBeIn(int query) {
        return batchOf[query] != batches || timesIn[query] < limitOf[query];
    }

    private boolean fits(int example) {
        int examples = size - starts[batches - 1];
        return examples == 0 || (examples < settings.queries() && tokens + tokensOf[example] <= settings.tokens());
    }

    private void add(int example) {
        int query = queryOf[example];
        timesIn[query] = batchOf[query] == batches ? timesIn[query] + 1 : 1;
        batchOf[query] = batches;
        planned[size++] = example;
        tokens += tokensOf[example];
    }

    /**
     * What is left over at the end of an epoch would be a small batch with few negatives, and as large a step as any: the batch before
     * gives it some of its examples. A single one that would stay alone joins the batch before.
     */
    private void evenOutTheLastTwo() {
        if (batches < 2) {
            return;
        }
        int last = size - starts[batches - 1];
        int before = starts[batches - 1] - starts[batches - 2];
        if (2 * last < before) {
            int moved = (before - last) / 2;
            while (moved > 0 && tokens + tokensOf[planned[starts[batches - 1] - 1]] <= settings.tokens()) {
                tokens += tokensOf[planned[--starts[batches - 1]]];
                moved--;
            }
        }
        if (size - starts[batches - 1] == 1) {
            batches--;
        }
    }
}

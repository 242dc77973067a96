package io.github.scimult.exchange.importing.split;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The split of each query where shares are asked for. */
public final class SplitAssignment {
    private final ImportSplit.Shares shares;
    private final Map<String, Split> splits = new HashMap<>();
    private String sentence = "";

    private SplitAssignment(ImportSplit.Shares shares) {
        this.shares = shares;
    }

    /**
     * Assigns queries.
     *
     * @param queries ids of papers, or of queries that have no year
     * @param years of publication by id, as far as they are known
     * @throws BadDataException if they are to be divided by time and do not span enough years
     */
    public static SplitAssignment of(ImportSplit.Shares shares, Set<String> queries, Map<String, Integer> years) {
        SplitAssignment assignment = new SplitAssignment(shares);
        boolean byTime =
                shares.order() == ImportSplit.Order.TIME && queries.stream().anyMatch(years::containsKey);
        if (byTime) {
            assignment.byTime(queries, years);
        } else {
            assignment.atRandom(queries);
        }
        return assignment;
    }

    /** The split of a query that was assigned. */
    public Split of(String query) {
        return splits.get(query);
    }

    /** How it was done, for people. */
    public String sentence() {
        return sentence;
    }

    private void atRandom(Set<String> queries) {
        List<String> drawn = new ArrayList<>(queries);
        drawn.sort(Comparator.comparingDouble((String query) -> ImportSplit.draw(shares.seed(), query))
                .thenComparing(Comparator.naturalOrder()));
        long[] ends = ends(drawn.size());
        for (int i = 0; i < drawn.size(); i++) {
            splits.put(drawn.get(i), i < ends[0] ? Split.TRAIN : i < ends[1] ? Split.DEV : Split.TEST);
        }
        sentence = "split " + shares.text() + " at random, seed " + shares.seed() + ": " + sizes();
    }

    /** Where train and dev end among so many. */
    private long[] ends(long number) {
        return new long[] {
            Math.round(number * shares.train() / 100.0), Math.round(number * (shares.train() + shares.dev()) / 100.0)
        };
    }

    private void byTime(Set<String> queries, Map<String, Integer> years) {
        SortedMap<Integer, Integer> numbers = new TreeMap<>();
        queries.stream()
                .map(years::get)
                .filter(year -> year != null)
                .forEach(year -> numbers.merge(year, 1, Integer::sum));
        List<Integer> order = List.copyOf(numbers.keySet());
        int[] ends = yearEnds(order, numbers);
        long unknown = 0;
        for (String query : queries) {
            Integer year = years.get(query);
            unknown += year == null ? 1 : 0;
            int at = year == null ? 0 : order.indexOf(year);
            splits.put(query, year == null || at < ends[0] ? Split.TRAIN : at < ends[1] ? Split.DEV : Split.TEST);
        }
        sentence = "split " + shares.text() + " by time (" + periods(order, ends) + "): " + sizes()
                + (unknown == 0 ? "" : "; " + unknown + " of train have no year");
    }

    /** Behind which of the years train and dev end: nearest to the shares, at least a year for each share that is not 0. */
    private int[] yearEnds(List<Integer> order, SortedMap<Integer, Integer> numbers) {
        int ofTrain = shares.train() > 0 ? 1 : 0;
        int ofDev = shares.dev() > 0 ? 1 : 0;
        int ofTest = shares.test() > 0 ? 1 : 0;
        if (order.size() < ofTrain + ofDev + ofTest) {
            throw new BadDataException(
                    "the papers with judgements are of " + order.size() + (order.size() == 1 ? " year" : " years")
                            + ", too few to divide them " + shares.text() + " by time. Use --split-by random.");
        }
        long[] ends =
                ends(numbers.values().stream().mapToLong(Integer::longValue).sum());
        int train = ofTrain == 0 ? 0 : nearest(order, numbers, ends[0], 1, order.size() - ofDev - ofTest);
        int dev = ofDev == 0 ? train : nearest(order, numbers, ends[1], train + 1, order.size() - ofTest);
        return new int[] {train, ofTest == 0 ? order.size() : dev};
    }

    private static int nearest(List<Integer> order, SortedMap<Integer, Integer> numbers, long end, int from, int to) {
        int best = from;
        long bestDistance = Long.MAX_VALUE;
        long before = 0;
        for (int i = 0; i <= to; i++) {
            if (i >= from && Math.abs(before - end) < bestDistance) {
                bestDistance = Math.abs(before - end);
                best = i;
            }
            before += i < order.size() ? numbers.get(order.get(i)) : 0;
        }
        return best;
    }

    private static String periods(List<Integer> order, int[] ends) {
        return period("train", order.subList(0, ends[0])) + ", " + period("dev", order.subList(ends[0], ends[1])) + ", "
                + period("test", order.subList(ends[1], order.size()));
    }

    private static String period(String split, List<Integer> years) {
        return years.isEmpty() ? split + " none" : split + " " + years.getFirst() + " to " + years.getLast();
    }

    private String sizes() {
        Map<Split, Long> sizes = new TreeMap<>();
        for (Split split : Split.values()) {
            sizes.put(split, splits.values().stream().filter(split::equals).count());
        }
        return sizes.get(Split.TRAIN) + " queries for train, " + sizes.get(Split.DEV) + " for dev, "
                + sizes.get(Split.TEST) + " for test";
    }
}

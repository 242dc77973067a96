package io.github.scimult.core.collection;

import io.github.scimult.core.record.BadRecord;
import io.github.scimult.core.record.Defect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was left out of a collection because it was asked for ({@link ReadOptions#skipBadRecords()}).
 *
 * @param counts how many lines by file (relative to the collection's folder) and defect
 * @param first the first few of them
 */
public record SkippedRecords(Map<String, Map<Defect, Long>> counts, List<BadRecord> first) {
    /** Nothing was left out. */
    public static final SkippedRecords NONE = new SkippedRecords(Map.of(), List.of());

    public SkippedRecords {
        counts = Map.copyOf(counts);
        first = List.copyOf(first);
    }

    /** All lines left out. */
    public long count() {
        return counts.values().stream()
                .flatMap(byDefect -> byDefect.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** A line a file, for people: {@code left out of corpus.jsonl: 2 (1 not JSON, 1 no _id)}; empty if nothing was. */
    public String report() {
        StringBuilder report = new StringBuilder();
        new TreeMap<>(counts).forEach((file, byDefect) -> {
            long all = byDefect.values().stream().mapToLong(Long::longValue).sum();
            List<String> kinds = new TreeMap<>(byDefect)
                    .entrySet().stream()
                            .map(entry -> String.format(
                                    Locale.ROOT,
                                    "%,d %s",
                                    entry.getValue(),
                                    entry.getKey().words()))
                            .toList();
            report.append(
                    String.format(Locale.ROOT, "left out of %s: %,d (%s)%n", file, all, String.join(", ", kinds)));
        });
        return report.toString();
    }
}

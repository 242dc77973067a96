package io.github.scimult.core.collection;

import io.github.scimult.core.record.BadRecord;
import io.github.scimult.core.record.Defect;
import io.github.scimult.core.record.DefectiveLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What is wrong in a file, or in a part of it: all defects counted, the first few kept. Lines are known by the offset
 * of their first byte; their number is counted out only for those that are shown.
 */
final class FileProblems {
    static final int KEPT = 5;

    private record Problem(Defect defect, Supplier<String> message) {}

    private final Map<Defect, Long> counts = new EnumMap<>(Defect.class);
    private final TreeMap<Long, Problem> first = new TreeMap<>();

    void add(long offset, Defect defect, Supplier<String> message) {
        counts.merge(defect, 1L, Long::sum);
        keep(offset, new Problem(defect, message));
    }

    void add(long offset, DefectiveLine line) {
        add(offset, line.defect(), line::getMessage);
    }

    void addAll(FileProblems others) {
        others.counts.forEach((defect, count) -> counts.merge(defect, count, Long::sum));
        others.first.forEach(this::keep);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    Map<Defect, Long> counts() {
        return counts;
    }

    /** The first few with their line numbers. */
    List<BadRecord> first(MappedFile file) {
        return first.entrySet().stream()
                .map(entry -> new BadRecord(
                        file.file().path(),
                        file.lineOf(entry.getKey()),
                        entry.getValue().defect(),
                        entry.getValue().message().get()))
                .toList();
    }

    private void keep(long offset, Problem problem) {
        first.putIfAbsent(offset, problem);
        if (first.size() > KEPT) {
            first.pollLastEntry();
        }
    }
}

package io.github.scimult.core.collection;

import io.github.scimult.core.record.BadRecord;
import io.github.scimult.core.record.Defect;
import io.github.scimult.core.storage.BadDataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong in a collection; either the reason to refuse it, or the account of what was left out. */
final class Problems {
    private static final String ADVICE =
            "or leave such lines out: with --skip-bad-records, or, for a library, by ./scimult import collection.";

    private final Path folder;
    private final Map<String, Map<Defect, Long>> counts = new TreeMap<>();
    private final List<BadRecord> first = new ArrayList<>();

    Problems(Path folder) {
        this.folder = folder;
    }

    void add(MappedFile file, FileProblems problems) {
        if (problems.isEmpty()) {
            return;
        }
        counts.put(file.file().name(), Map.copyOf(problems.counts()));
        for (BadRecord record : problems.first(file)) {
            if (first.size() < FileProblems.KEPT) {
                first.add(record);
            }
        }
    }

    SkippedRecords skipped() {
        return new SkippedRecords(counts, first);
    }

    /**
     * Refuses the collection if anything is wrong so far.
     *
     * @throws BadDataException with the first few problems and the number of all
     */
    void refuse() {
        long all = skipped().count();
        if (all == 0) {
            return;
        }
        if (all == 1) {
            throw new BadDataException(first.getFirst() + " Correct the file, " + ADVICE);
        }
        StringBuilder message = new StringBuilder();
        message.append(String.format(Locale.ROOT, "The collection %s has %,d lines that cannot be used", folder, all));
        message.append(all > first.size() ? "; the first " + first.size() + ":" : ":");
        first.forEach(record -> message.append("\n  ").append(record));
        message.append("\nCorrect them, ").append(ADVICE);
        throw new BadDataException(message.toString());
    }
}

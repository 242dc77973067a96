package io.github.scimult.app.indexing;

import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.RecordFile;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.library.live.ServedIndex;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.IndexedPaper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a file of papers or labels into a library, in pieces that let other changes through. */
record RecordLoading(PaperLibrary library, Path file) {
    /** Others wait for no more than these to be embedded. */
    private static final int RECORDS_A_PIECE = 32;

    /** @return how many were added or replaced; those that are there already as they stand in the file are not */
    int run() throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        int put = 0;
        try (RecordFile records = RecordFile.open(file)) {
            RecordStore<? extends CollectionRecord> store = records.records();
            for (int first = 0; first < store.size(); first += RECORDS_A_PIECE) {
                List<Change> changes = changes(store, first, line);
                library.write(changes);
                put += changes.size();
                line.show("%s: %,d of %,d"
                        .formatted(file, Math.min(store.size(), first + RECORDS_A_PIECE), store.size()));
            }
        }
        line.clear();
        return put;
    }

    private List<Change> changes(RecordStore<? extends CollectionRecord> store, int first, ProgressLine line)
            throws IOException {
        int end = Math.min(store.size(), first + RECORDS_A_PIECE);
        return library.read(served -> {
            List<Change> changes = new ArrayList<>();
            for (int row = first; row < end; row++) {
                CollectionRecord record = store.get(row);
                if (CollectionRecord.canBeIndexed(record.id())) {
                    change(served, record).ifPresent(changes::add);
                } else {
                    line.print(file + ": left out, because " + CollectionRecord.tooLong(record.id()));
                }
            }
            return changes;
        });
    }

    private Optional<Change> change(ServedIndex served, CollectionRecord record) throws IOException {
        return switch (record) {
            case Paper paper -> {
                Optional<Paper> there = served.index().paper(paper.id()).map(IndexedPaper::toPaper);
                yield there.equals(Optional.of(paper)) ? Optional.empty() : Optional.of(new Change.PutPaper(paper));
            }
            case Label label -> {
                Optional<Label> there = served.index().label(label.id()).map(IndexedLabel::toLabel);
                yield there.equals(Optional.of(label)) ? Optional.empty() : Optional.of(new Change.PutLabel(label));
            }
            default -> throw new IllegalArgumentException(file + " holds queries: a library has papers and labels");
        };
    }
}

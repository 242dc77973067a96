package io.github.scimult.core.collection;

import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Defect;
import io.github.scimult.core.record.DefectiveLine;
import io.github.scimult.core.record.JsonLine;
import io.github.scimult.core.record.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads and checks every line of a file of records, and notes where each record stands. */
final class RecordLoader<T extends CollectionRecord> {
    private final MappedFile file;
    private final RecordFormat<T> format;
    private final FileProblems problems = new FileProblems();

    private final IdTable ids = new IdTable();
    private final GrowingLongs offsets = new GrowingLongs();
    private final GrowingInts lengths = new GrowingInts();
    private long withoutText;
    private long withoutBody;

    RecordLoader(MappedFile file, RecordFormat<T> format) {
        this.file = file;
        this.format = format;
    }

    /** A record that could be read; only its id can still be wrong. */
    private record Found(long offset, int length, byte[] id, boolean lacksText, boolean lacksBody) {}

    /** What a chunk holds. */
    private record Part(List<Found> found, FileProblems problems) {}

    /** Reads the file; what is wrong in it is added to {@code all}, its digest to {@code fingerprint}. */
    MappedRecordStore<T> load(Problems all, Fingerprint fingerprint) {
        fingerprint.add(file.file(), LineChunks.read(file, this::readChunk, this::takeOver));
        all.add(file, problems);
        return new MappedRecordStore<>(
                file,
                format,
                new MappedRecordStore.Index(ids, offsets.toArray(), lengths.toArray(), withoutText, withoutBody));
    }

    private Part readChunk(LineChunk chunk) {
        Part part = new Part(new ArrayList<>(), new FileProblems());
        chunk.forEachLine((bytes, from, to) -> {
            long offset = chunk.start() + from;
            try {
                T record = JsonLine.read(bytes, from, to, format);
                byte[] id = record.id().getBytes(StandardCharsets.UTF_8);
                boolean lacksText = record.segments().segments().isEmpty();
                part.found().add(new Found(offset, to - from, id, lacksText, format.lacksBody(record)));
            } catch (DefectiveLine line) {
                part.problems().add(offset, line);
            }
        });
        return part;
    }

    private void takeOver(Part part) {
        problems.addAll(part.problems());
        for (Found found : part.found()) {
            int earlier = ids.add(found.id());
            if (earlier >= 0) {
                problems.add(found.offset(), Defect.REPEATED_ID, () -> repeated(earlier));
                continue;
            }
            offsets.add(found.offset());
            lengths.add(found.length());
            withoutText += found.lacksText() ? 1 : 0;
            withoutBody += found.lacksBody() ? 1 : 0;
        }
    }

    private String repeated(int earlier) {
        return "the _id \"" + ids.id(earlier) + "\" stands in line " + file.lineOf(offsets.get(earlier))
                + " already. Every _id may be used once in a file.";
    }
}

package io.github.scimult.core.collection;

import io.github.scimult.core.record.Defect;
import io.github.scimult.core.record.DefectiveLine;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.RecordKind;
import io.github.scimult.core.record.StrictText;
import io.github.scimult.core.storage.BadDataException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Reads and checks a file of judgements: a header, then three columns a row. */
final class JudgementReader {
    static final String HEADER = "query-id\tcorpus-id\tscore";

    private final MappedFile file;
    private final Side queries;
    private final Side candidates;

    /**
     * Where the ids of a column must be found.
     *
     * @param ids known ids
     * @param column the column's name
     * @param kind what an id stands for
     * @param exists whether there is a file of that kind
     */
    record Side(IdTable ids, String column, RecordKind kind, boolean exists) {}

    /** The rows of a chunk. */
    private record Part(GrowingInts queries, GrowingInts candidates, GrowingInts scores, FileProblems problems) {
        Part() {
            this(new GrowingInts(), new GrowingInts(), new GrowingInts(), new FileProblems());
        }

        void addAll(Part other) {
            queries.addAll(other.queries);
            candidates.addAll(other.candidates);
            scores.addAll(other.scores);
            problems.addAll(other.problems);
        }
    }

    JudgementReader(MappedFile file, Side queries, Side candidates) {
        this.file = file;
        this.queries = queries;
        this.candidates = candidates;
    }

    /** Reads the file; what is wrong in it is added to {@code all}, its digest to {@code fingerprint}. */
    Judgements read(Problems all, Fingerprint fingerprint) {
        checkHeader();
        Part whole = new Part();
        fingerprint.add(file.file(), LineChunks.read(file, this::readChunk, whole::addAll));
        all.add(file, whole.problems());
        return Judgements.of(
                whole.queries().toArray(),
                whole.candidates().toArray(),
                whole.scores().toArray());
    }

    private void checkHeader() {
        int length = (int) Math.min(file.size(), 200);
        String begin = new String(file.copy(0, length), StandardCharsets.UTF_8);
        String line = begin.lines().findFirst().orElse("");
        if (!line.replace("\uFEFF", "").equals(HEADER)) {
            throw BadDataException.in(
                    file.file().path(),
                    1,
                    "the first line must be the header " + HEADER.replace("\t", "<tab>") + ", not \""
                            + line.replace("\t", "<tab>") + "\". Put that line before the judgements.");
        }
    }

    private Part readChunk(LineChunk chunk) {
        Part part = new Part();
        boolean[] behindHeader = {chunk.start() > 0};
        chunk.forEachLine((bytes, from, to) -> {
            if (!behindHeader[0]) {
                behindHeader[0] = true;
                return;
            }
            try {
                readRow(bytes, from, to, part);
            } catch (DefectiveLine line) {
                part.problems().add(chunk.start() + from, line);
            }
        });
        return part;
    }

    private void readRow(byte[] bytes, int from, int to, Part part) throws DefectiveLine {
        int firstTab = tab(bytes, from, to);
        int secondTab = tab(bytes, firstTab + 1, to);
        if (secondTab >= to || tab(bytes, secondTab + 1, to) < to) {
            throw wrongColumns(bytes, from, to);
        }
        int query = queries.ids().row(bytes, from, firstTab);
        int candidate = candidates.ids().row(bytes, firstTab + 1, secondTab);
        if (query < 0 || candidate < 0) {
            throw query < 0
                    ? unknown(queries, bytes, from, firstTab)
                    : unknown(candidates, bytes, firstTab + 1, secondTab);
        }
        int score = score(bytes, secondTab + 1, to);
        part.queries().add(query);
        part.candidates().add(candidate);
        part.scores().add(score);
    }

    private static int tab(byte[] bytes, int from, int to) {
        int position = from;
        while (position < to && bytes[position] != '\t') {
            position++;
        }
        return position;
    }

    private static int score(byte[] bytes, int from, int to) throws DefectiveLine {
        String text = StrictText.decode(bytes, from, to).toString();
        return Judgement.score(text)
                .orElseThrow(() -> new DefectiveLine(
                        Defect.BAD_SCORE,
                        "the score \"" + text + "\" is no whole number. Expected 1 (or a higher grade) for relevant, "
                                + "0 for judged and not relevant."));
    }

    private static DefectiveLine wrongColumns(byte[] bytes, int from, int to) throws DefectiveLine {
        long columns = StrictText.decode(bytes, from, to)
                        .chars()
                        .filter(c -> c == '\t')
                        .count()
                + 1;
        return new DefectiveLine(
                Defect.WRONG_COLUMNS,
                columns + (columns == 1 ? " column" : " columns")
                        + " instead of three. Expected query-id, corpus-id and score with a tab between them.");
    }

    private static DefectiveLine unknown(Side side, byte[] bytes, int from, int to) throws DefectiveLine {
        CharBuffer id = StrictText.decode(bytes, from, to);
        return new DefectiveLine(
                Defect.UNKNOWN_ID,
                "unknown " + side.kind().word() + " \"" + id + "\" in the column " + side.column() + ": "
                        + (side.exists() ? "it is not in " : "the collection has no ")
                        + side.kind().fileName() + ".");
    }
}

package io.github.scimult.exchange.importing;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was imported and what was left out: the numbers and the first of each kind for the screen, the rest in a file. */
final class ImportReport implements Closeable {
    /** Beside the collection's files, if there is anything to say. */
    static final String FILE_NAME = "import-remarks.txt";

    private static final int FIRST_SHOWN = 5;

    private final Path folder;
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> firstLeftOut = new ArrayList<>();
    private final List<String> firstNotes = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private BufferedWriter all;
    private long leftOut;
    private long notes;

    ImportReport(Path folder) {
        this.folder = folder;
    }

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Says something of the import as a whole. */
    void say(String sentence) {
        sentences.add(sentence);
    }

    void leftOut(ImportLine at, String problem) throws IOException {
        leftOut++;
        keep(firstLeftOut, "left out", at, problem);
    }

    void note(ImportLine at, String remark) throws IOException {
        notes++;
        keep(firstNotes, "note", at, remark);
    }

    private void keep(List<String> first, String kind, ImportLine at, String text) throws IOException {
        if (first.size() < FIRST_SHOWN) {
            first.add(at.file().getFileName() + ":" + at.line() + ": " + text);
        }
        if (all == null) {
            all = Files.newBufferedWriter(folder.resolve(FILE_NAME), StandardCharsets.UTF_8);
        }
        all.write(kind + "\t" + at.file() + ":" + at.line() + "\t" + text.replaceAll("\\s+", " ") + "\n");
    }

    boolean hasLeftOut() {
        return leftOut > 0;
    }

    List<String> firstLeftOut() {
        return firstLeftOut;
    }

    /** For people; call it when the file is closed. */
    String text() {
        StringBuilder report = new StringBuilder();
        counts.forEach((what, count) -> report.append(String.format(Locale.ROOT, "%,12d %s%n", count, what)));
        add(report, leftOut, "left out", firstLeftOut);
        add(
                report,
                notes,
                notes == 1 ? "remark on what was read all the same" : "remarks on what was read all the same",
                firstNotes);
        sentences.forEach(sentence -> report.append(sentence).append(System.lineSeparator()));
        if (leftOut > firstLeftOut.size() || notes > firstNotes.size()) {
            report.append("all of them stand in the collection's folder, in ")
                    .append(FILE_NAME)
                    .append(System.lineSeparator());
        }
        return report.toString();
    }

    private static void add(StringBuilder report, long number, String what, List<String> first) {
        if (number > 0) {
            report.append(String.format(Locale.ROOT, "%,12d %s; the first:%n", number, what));
            first.forEach(line -> report.append("             ").append(line).append(System.lineSeparator()));
        }
    }

    @Override
    public void close() throws IOException {
        if (all != null) {
            all.close();
        }
    }
}

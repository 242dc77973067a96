package io.github.scimult.app.quickstart;

import io.github.scimult.core.storage.AtomicFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quickstart's folder, and how far an earlier call came in it.
 *
 * <pre>
 * sample/   the collection
 * model/    the training run, and its result
 * library/  the sample, searchable
 * report/   report.html, report.json, runs/: the evaluation; training.html: the training
 * </pre>
 *
 * @param root the folder
 */
public record QuickstartFolder(Path root) {
    /** {@code index} is what earlier versions called the library. */
    private static final Set<String> OWN = Set.of("sample", "model", "library", "index", "report");

    /** What a killed process leaves beside a folder that it was writing; the next one clears it away. */
    private static final Pattern LEFTOVER =
            Pattern.compile("\\.(sample|model|library|index|report)\\.(old|.*\\.(part|lock))");

    /** How far it is. */
    public enum State {
        EMPTY,
        /** Unpacked, perhaps; nothing was trained that could be resumed. */
        BEGUN,
        /** Training was interrupted after its state was saved. */
        TRAINING,
        /** The model is there. */
        TRAINED,
        /** The report is there. */
        FINISHED
    }

    public Path sample() {
        return root.resolve("sample");
    }

    public Path model() {
        return root.resolve("model");
    }

    public Path library() {
        return root.resolve("library");
    }

    public Path report() {
        return root.resolve("report");
    }

    /** The training's report, beside the evaluation's; the file that is written last. */
    public Path trainingReport() {
        return report().resolve("training.html");
    }

    /**
     * How far it is.
     *
     * @throws IllegalArgumentException if there is something that no quickstart has written
     */
    public State state() throws IOException {
        requireOurs();
        if (!Files.exists(sample())) {
            return State.EMPTY;
        }
        if (Files.isRegularFile(trainingReport())) {
            return State.FINISHED;
        }
        if (Files.isRegularFile(model().resolve("manifest.json"))) {
            return State.TRAINED;
        }
        boolean saved = Files.isDirectory(model().resolve("training/latest"))
                || Files.isDirectory(model().resolve("training/.latest.old"));
        return saved ? State.TRAINING : State.BEGUN;
    }

    private void requireOurs() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException(root + " is a file: choose a new folder by --out");
        }
        Set<String> names;
        try (Stream<Path> entries = Files.list(root)) {
            names = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !LEFTOVER.matcher(name).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        boolean ours = OWN.containsAll(names) && Files.isRegularFile(sample().resolve("corpus.jsonl"));
        if (!names.isEmpty() && !ours) {
            throw new IllegalArgumentException(root + " holds something that the quickstart did not write ("
                    + String.join(", ", names) + "): choose a new folder by --out");
        }
    }

    /** Takes away what earlier calls have written. */
    public void clear() throws IOException {
        AtomicFolder.write(root, empty -> {});
    }

    /** Takes away a training that cannot be resumed. */
    public void clearModel() throws IOException {
        AtomicFolder.write(model(), empty -> {});
    }

    /** Takes away a library whose index another model may have made. */
    public void clearLibrary() throws IOException {
        AtomicFolder.write(library(), empty -> {});
    }
}

package io.github.scimult.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log of a small run that was killed once and resumed, whole or up to some line. */
final class Runs {

    private Runs() {}

    static List<String> lines() throws IOException {
        try (InputStream log = Runs.class.getResourceAsStream("run.jsonl")) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Writes lines of a log where a model folder has it. */
    static Path write(Path modelFolder, List<String> lines) throws IOException {
        Path log = modelFolder.resolve("training").resolve("run.jsonl");
        Files.createDirectories(log.getParent());
        return Files.writeString(log, String.join("\n", lines) + "\n");
    }
}

package io.github.scimult.app.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param output the lines that it printed
 * @param messages what it said beside that, as one line
 */
record Script(int code, List<String> output, String messages) {

    /** Runs a command in a folder, with the given environment and nothing of the test's own. */
    static Script run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path messages = Files.createTempFile("messages", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(messages.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Script done = new Script(
                process.waitFor(),
                output.lines().toList(),
                Files.readString(messages).replaceAll("\\s+", " ").strip());
        Files.delete(messages);
        return done;
    }

    /** Runs lines of bash, to which the words are {@code $1}, {@code $2} and so on. */
    static Script bash(Path folder, Map<String, String> environment, String lines, Object... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "bash", "-uc", lines, "test"));
        for (Object word : words) {
            command.add(word.toString());
        }
        return run(folder, environment, command);
    }

    /** The project's folder: the nearest one above the working folder that has the Maven wrapper. */
    static Path project() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " holds mvnw");
    }
}

package io.github.scimult.app.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path where it lies
 * @param lines its text
 */
record Page(Path path, List<String> lines) {
    private static final String FENCE = "```";

    /** A call on a line of its own, or in backticks. */
    private static final Pattern CALL =
            Pattern.compile("(?m)(?:^ *|(?<=`))(?:\\./scimult|/opt/\\S+/bin/scimult) ([^`\n]+)");

    /** The page of a name such as {@code docs/configuration.md}, relative to the project's folder. */
    static Page of(String name) {
        return at(root().resolve(name));
    }

    /** Every page: those in the project's folder, in {@code docs} and in {@code recipes}. */
    static List<Page> all() {
        return Stream.of("", "docs", "recipes")
                .flatMap(folder -> in(folder).stream())
                .toList();
    }

    /** The pages in a folder of the project, without those below it. */
    static List<Page> in(String folder) {
        return markdownFiles(root().resolve(folder)).map(Page::at).toList();
    }

    String text() {
        return String.join("\n", lines);
    }

    /** The fenced blocks in a language, such as {@code yaml}. */
    List<String> fenced(String language) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : lines) {
            if (block == null && line.equals(FENCE + language)) {
                block = new StringBuilder();
            } else if (block != null && line.equals(FENCE)) {
                blocks.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            }
        }
        return blocks;
    }

    /** All that the page tells people to type behind {@code ./scimult} or {@code bin/scimult}, in blocks of code and in the text. */
    List<String> calls() {
        return CALL.matcher(text().replace("\\\n", " "))
                .results()
                .map(call -> call.group(1).replaceFirst(" +#.*", "").strip())
                .filter(call -> !call.isEmpty() && !call.startsWith("…"))
                .toList();
    }

    static Page at(Path path) {
        try {
            return new Page(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> markdownFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's folder: the nearest one above the working folder that has the Maven wrapper. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " holds mvnw");
    }
}

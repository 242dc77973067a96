package io.github.scimult.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises what stands in a file's place when fetching it went wrong: a pointer of Git LFS, a web page, an error message, nothing. */
public final class MisfetchedFile {
    private static final int LOOKED_AT = 1024;
    private static final int LEAST_ZEROS = 10;
    private static final Pattern LFS_SIZE = Pattern.compile("(?m)^size (\\d{1,18})$");

    private MisfetchedFile() {}

    /**
     * Refuses a file that cannot be what it is meant to be.
     *
     * @throws BadDataException that names the file, what it is, and what to do
     */
    public static void refuse(Path file) throws IOException {
        Optional<String> problem = problem(file);
        if (problem.isPresent()) {
            throw BadDataException.in(file, problem.get());
        }
    }

    /** As {@link #refuse}, of a file whose content is no text: JSON and text are refused, too. */
    public static void refuseText(Path file) throws IOException {
        refuse(file);
        String start = start(file).strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            throw BadDataException.in(
                    file, "is JSON text, such as a server's error message, and no weights: " + shown(start));
        }
    }

    /** What a file is that cannot be what it is meant to be, and what to do; empty where nothing speaks against it. */
    static Optional<String> problem(Path file) throws IOException {
        String start = start(file);
        String text = start.startsWith("\uFEFF") ? start.substring(1).strip() : start.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("version https://git-lfs") || lower.startsWith("version http://git-media")) {
            return Optional.of("is a Git LFS pointer" + sizeMissing(text)
                    + ", not the file itself: run 'git lfs pull' in its folder, or fetch the file from its page");
        }
        if (text.startsWith("/annex/objects/") || text.contains(".git/annex/objects/")) {
            return Optional.of("is a git-annex pointer, not the file itself: run 'git annex get' in its folder");
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<head")) {
            return Optional.of("is a web page (HTML), not the file itself: fetch it by its direct link; "
                    + "a page that asks to log in or tells of an error may have been saved under its name");
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<error")) {
            return Optional.of("is XML, such as a server's error message, not the file itself: " + shown(text)
                    + "; fetch it again");
        }
        return start.length() >= LEAST_ZEROS && start.chars().allMatch(character -> character == 0)
                ? Optional.of("begins with zeros only, as an interrupted download does: fetch it again")
                : Optional.empty();
    }

    private static String sizeMissing(String pointer) {
        Matcher size = LFS_SIZE.matcher(pointer);
        return size.find() ? " (to a file of %,d bytes)".formatted(Long.parseLong(size.group(1))) : "";
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return "'" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "'";
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
        }
    }
}

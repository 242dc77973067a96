package io.github.scimult.core.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.storage.Utf8File;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdicts on an index's answers: {@code feedback.jsonl} in its folder, a line of JSON each, {@code {"time", "task", "query" or
 * "paper", "answer", "useful"}}. A verdict is on the disk before {@link #add} returns; of several on the same answer the last counts.
 * Safe for use by many threads of one program.
 */
public final class FeedbackFile {
    private static final String NAME = "feedback.jsonl";
    private static final String PAPER = "paper";
    private static final String QUERY = "query";

    private final Path file;

    /** @param index the index's folder */
    public FeedbackFile(Path index) {
        this.file = index.resolve(NAME);
    }

    /** Adds a verdict. */
    public synchronized void add(Verdict verdict) throws IOException {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("task", verdict.task().name());
        line.put(verdict.isOnPaper() ? PAPER : QUERY, verdict.asked());
        line.put("answer", verdict.answer());
        line.put("useful", verdict.useful());
        byte[] bytes = (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.seek(endOfWhole(opened));
            opened.write(bytes);
            opened.getChannel().force(false);
        }
    }

    /** Behind the last whole line; what a killed program had begun behind it is written over. */
    private static long endOfWhole(RandomAccessFile opened) throws IOException {
        long end = opened.length();
        while (end > 0) {
            opened.seek(end - 1);
            if (opened.read() == '\n') {
                break;
            }
            end--;
        }
        opened.setLength(end);
        return end;
    }

    /**
     * All that count, in the order in which they were first given.
     *
     * @throws BadDataException if a whole line is none of this file's
     */
    public synchronized List<Verdict> verdicts() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Map<List<String>, Verdict> last = new LinkedHashMap<>();
        int number = 0;
        for (String line : Utf8File.wholeLines(file)) {
            Verdict verdict = verdict(line, ++number);
            last.put(List.of(verdict.task().name(), verdict.asked(), verdict.answer()), verdict);
        }
        return new ArrayList<>(last.values());
    }

    private Verdict verdict(String line, int number) {
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            String asked = json.path(json.has(PAPER) ? PAPER : QUERY).asText();
            if (json.has("useful")) {
                return new Verdict(
                        Task.parse(json.path("task").asText()),
                        asked,
                        json.path("answer").asText(),
                        json.path("useful").asBoolean());
            }
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new BadDataException(file + ", line " + number + ": " + wrong.getMessage(), wrong);
        }
        throw new BadDataException(file + ", line " + number + " says nothing of 'useful'");
    }
}

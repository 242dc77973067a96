package io.github.scimult.core.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.storage.Utf8File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdicts on the answers of an index of an earlier version: {@code feedback.jsonl} in its folder, a line of JSON each, {@code
 * {"time", "task", "query" or "paper", "answer", "useful"}}. Of several on the same answer the last counts. Libraries keep them in their
 * journal.
 */
public final class FeedbackFile {
    private static final String NAME = "feedback.jsonl";

    private final Path file;

    /** @param index the index's folder */
    public FeedbackFile(Path index) {
        this.file = index.resolve(NAME);
    }

    /**
     * All that count, in the order in which they were first given.
     *
     * @throws BadDataException if a whole line is none of this file's
     */
    public List<Verdict> verdicts() throws IOException {
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
            return VerdictFormat.read(Json.MAPPER.readTree(line));
        } catch (JsonProcessingException | IllegalArgumentException | BadDataException wrong) {
            throw new BadDataException(file + ", line " + number + ": " + wrong.getMessage(), wrong);
        }
    }
}

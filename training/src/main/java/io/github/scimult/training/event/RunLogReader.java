package io.github.scimult.training.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code run.jsonl}. A run that was killed leaves a torn line, at the end or, once resumed, in the middle; it is
 * skipped. A resumed run goes back to the step that was saved: what was written of the steps behind it is forgotten.
 * Unknown events and fields are passed over.
 */
public final class RunLogReader {
    private static final ObjectMapper JSON = Json.MAPPER
            .rebuild()
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final ObjectReader TREE = JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String BEGIN = "{\"" + TrainingEvent.KIND + "\"";
    private static final Set<String> KINDS = Stream.of(
                    TrainingEvent.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toUnmodifiableSet());

    private TrainingEvent.Started start;
    private final NavigableMap<Long, TrainingEvent.Step> steps = new TreeMap<>();
    private final NavigableMap<Long, TrainingEvent.Evaluated> evaluations = new TreeMap<>();
    private TrainingEvent.Interpolated interpolation;
    private List<Example> examples = List.of();
    private TrainingEvent.Ended end;

    private RunLogReader() {}

    /**
     * Reads a log.
     *
     * @throws BadDataException if the file is missing, holds no line {@code start}, or has a field of the wrong type
     */
    public static RunHistory read(Path file) throws IOException {
        RunLogReader reader = new RunLogReader();
        // Not Files.newBufferedReader: a torn line may end inside a character.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.add(line, file, ++number);
            }
        } catch (NoSuchFileException e) {
            throw new BadDataException(
                    file + ": there is no such log. Training writes it; name the folder of a trained model.", e);
        }
        return reader.log(file);
    }

    private RunHistory log(Path file) {
        if (start == null) {
            throw BadDataException.in(
                    file,
                    "no line tells how the run began ({\"event\":\"start\", …}): this is no log of a training run.");
        }
        return new RunHistory(
                start,
                List.copyOf(steps.values()),
                List.copyOf(evaluations.values()),
                Optional.ofNullable(interpolation),
                examples,
                Optional.ofNullable(end));
    }

    private void add(String line, Path file, long number) {
        Optional<JsonNode> event = parse(line);
        try {
            if (event.isPresent()) {
                add(event.get());
            }
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new BadDataException(file + ":" + number + ": not as a training run writes it: " + reason, e);
        }
    }

    /** The line, or what a resumed run wrote behind a torn begin of a line; empty if nothing can be read. */
    private static Optional<JsonNode> parse(String line) {
        for (int begin = 0; begin >= 0; begin = line.indexOf(BEGIN, begin + 1)) {
            try {
                JsonNode event = TREE.readTree(line.substring(begin));
                return Optional.of(event).filter(JsonNode::isObject);
            } catch (JsonProcessingException torn) {
                continue; // perhaps a whole line follows in this one
            }
        }
        return Optional.empty();
    }

    private void add(JsonNode event) throws JsonProcessingException {
        if (!KINDS.contains(event.path(TrainingEvent.KIND).asText())) {
            return; // of a later version
        }
        switch (JSON.treeToValue(event, TrainingEvent.class)) {
            case TrainingEvent.Started started -> start = started;
            case TrainingEvent.Step step -> add(step);
            case TrainingEvent.Evaluated evaluated -> add(evaluated);
            case TrainingEvent.Interpolated interpolated -> interpolation = interpolated;
            case TrainingEvent.Answered answered -> examples = answered.examples();
            case TrainingEvent.Ended ended -> end = ended;
            case TrainingEvent.Note _, TrainingEvent.Working _, TrainingEvent.Tokenizing _ -> {}
        }
    }

    private void add(TrainingEvent.Step step) {
        if (!steps.tailMap(step.step(), true).isEmpty()) {
            steps.tailMap(step.step(), true).clear();
            evaluations.tailMap(step.step(), true).clear();
        }
        end = null; // of a run that was then resumed
        steps.put(step.step(), step);
    }

    private void add(TrainingEvent.Evaluated evaluated) {
        evaluations.tailMap(evaluated.step(), true).clear();
        evaluations.put(evaluated.step(), evaluated);
    }
}

package io.github.scimult.evaluation.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.EvaluationReport;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An evaluation report as a JSON file: the components of {@link EvaluationReport} under their names, doubles as the
 * shortest decimals that read back bit for bit. The file appears whole or not at all.
 */
public final class ReportFile {
    private static final JsonMapper MAPPER = Json.MAPPER
            .rebuild()
            .addModule(
                    new SimpleModule().addSerializer(new SplitWriter()).addDeserializer(Split.class, new SplitReader()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ReportFile() {}

    /** Writes a report. */
    public static void write(Path file, EvaluationReport report) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(report);
        AtomicFile.write(file, out -> {
            out.write(json);
            out.write('\n');
        });
    }

    /**
     * Reads a report.
     *
     * @throws BadDataException if the file is no JSON, or lacks something, or holds something unknown
     */
    public static EvaluationReport read(Path file) throws IOException {
        try {
            return MAPPER.readValue(file.toFile(), EvaluationReport.class);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw BadDataException.in(
                    file, line, "this is no evaluation report that this version writes: " + problem(e));
        }
    }

    /** Jackson's message without what it says of its own switches and classes. */
    private static String problem(JsonProcessingException e) {
        String message = e.getOriginalMessage().replace("Missing creator property", "missing");
        return message.lines().findFirst().orElse("").replaceAll("(; | \\()[`A-Za-z].*", "");
    }

    private static final class SplitWriter extends StdSerializer<Split> {
        private static final long serialVersionUID = 1L;

        SplitWriter() {
            super(Split.class);
        }

        @Override
        public void serialize(Split split, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(split.lowerCaseName());
        }
    }

    private static final class SplitReader extends StdDeserializer<Split> {
        private static final long serialVersionUID = 1L;

        SplitReader() {
            super(Split.class);
        }

        @Override
        public Split deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String name = parser.getText();
            try {
                return Split.parse(name);
            } catch (IllegalArgumentException e) {
                return (Split) context.handleWeirdStringValue(Split.class, name, "%s", e.getMessage());
            }
        }
    }
}

package io.github.scimult.search.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** What was learned, beside an index's other files: the model as {@code tags.bin}, its scores as {@code tags.json}. */
public final class TagFile {
    private static final String MODEL = "tags.bin";
    private static final String SCORES = "tags.json";
    private static final long MAGIC = 0x5363694d54616732L; // "SciMTag2"

    private TagFile() {}

    /** Keeps an outcome with an index. @param index the folder */
    public static void write(Path index, TagOutcome outcome) throws IOException {
        AtomicFile.write(index.resolve(MODEL), stream -> write(outcome.model(), stream));
        AtomicFile.writeText(index.resolve(SCORES), Json.indented(scores(outcome)));
    }

    private static void write(TagModel model, OutputStream stream) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeLong(MAGIC);
        TagModelFormat.write(model, out);
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static ObjectNode scores(TagOutcome outcome) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("learnedFrom", outcome.learnedFrom());
        ObjectNode measured = json.putObject("heldOut");
        measured.put("taught", outcome.taught());
        measured.put("papers", outcome.scores().papers());
        measured.put("calibrationError", outcome.scores().calibration().error());
        ObjectNode recall = measured.putObject("recallAt20");
        for (TagOutcome.Order order : TagOutcome.Order.values()) {
            recall.put(order.name().toLowerCase(Locale.ROOT), outcome.scores().recall(order));
        }
        return json;
    }

    /** Whether something was learned for an index. */
    public static boolean isIn(Path index) {
        return Files.exists(index.resolve(SCORES));
    }

    /**
     * The model of an index; one that gives no probabilities if nothing was learned.
     *
     * @throws BadDataException if the file is damaged
     */
    public static TagModel read(Path index) throws IOException {
        Path file = index.resolve(MODEL);
        if (!Files.exists(file)) {
            return TagModel.UNTAUGHT;
        }
        requireWhole(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.readLong();
            return TagModelFormat.read(in);
        }
    }

    /** Compares the checksum before anything is believed. */
    private static void requireWhole(Path file) throws IOException {
        long content = Files.size(file) - Long.BYTES;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                CheckedInputStream checked = new CheckedInputStream(bytes, new CRC32())) {
            DataInputStream in = new DataInputStream(checked);
            boolean magic = content >= Long.BYTES && in.readLong() == MAGIC;
            if (magic) {
                in.skipNBytes(content - Long.BYTES);
            }
            long sum = checked.getChecksum().getValue();
            if (!magic || in.readLong() != sum) {
                throw new BadDataException(file + " is damaged, or of another version: delete it and " + SCORES
                        + " beside it, and run the command again that made the index, which learns it anew");
            }
        }
    }
}

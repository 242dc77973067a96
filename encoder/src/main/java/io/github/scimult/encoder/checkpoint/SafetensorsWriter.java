package io.github.scimult.encoder.checkpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.storage.NotWrittenException;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes safetensors files: the same arrays always give the same bytes. Wider types come first, so that every array is
 * aligned to its numbers, then names in their order.
 */
public final class SafetensorsWriter {
    private static final int CHUNK = 1 << 26;

    private SafetensorsWriter() {}

    /**
     * Writes a file that appears whole or not at all.
     *
     * @param arrays by name
     * @param metadata texts for the header; Hugging Face's reader wants {@code format: pt}
     * @throws IOException if it cannot be written
     */
    public static void write(Path path, Map<String, WeightArray> arrays, Map<String, String> metadata)
            throws IOException {
        List<Map.Entry<String, WeightArray>> entries = new ArrayList<>(arrays.entrySet());
        entries.sort(Comparator.comparingInt((Map.Entry<String, WeightArray> entry) ->
                        -entry.getValue().type().bytes())
                .thenComparing(entry -> entry.getValue().type())
                .thenComparing(Map.Entry::getKey));
        byte[] header = header(entries, metadata);
        try (AtomicFile file = AtomicFile.create(path)) {
            FileChannel channel = file.channel();
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            writeFully(channel, length.putLong(header.length).flip());
            writeFully(channel, ByteBuffer.wrap(header));
            for (Map.Entry<String, WeightArray> entry : entries) {
                writeFully(channel, entry.getValue().bytes());
            }
            file.commit();
        } catch (IOException e) {
            throw NotWrittenException.of(path, e);
        }
    }

    private static byte[] header(List<Map.Entry<String, WeightArray>> entries, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject(SafetensorsHeader.METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        long offset = 0;
        for (Map.Entry<String, WeightArray> entry : entries) {
            WeightArray array = entry.getValue();
            ObjectNode node = header.putObject(entry.getKey());
            node.put("dtype", array.type().name());
            ArrayNode shape = node.putArray("shape");
            Arrays.stream(array.shape()).forEach(shape::add);
            node.putArray("data_offsets")
                    .add(offset)
                    .add(offset += array.bytes().byteSize());
        }
        byte[] json = Json.MAPPER.writeValueAsBytes(header);
        // Blanks up to a multiple of 8, so that the arrays' bytes are aligned in the file.
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void writeFully(FileChannel channel, MemorySegment bytes) throws IOException {
        for (long begin = 0; begin < bytes.byteSize(); begin += CHUNK) {
            long size = Math.min(CHUNK, bytes.byteSize() - begin);
            writeFully(channel, bytes.asSlice(begin, size).asByteBuffer());
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

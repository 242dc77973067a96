package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.MisfetchedFile;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A safetensors file, mapped into memory. The format: 8 bytes (little-endian) with the length n of the header, n bytes of
 * JSON ({@link SafetensorsHeader}), then the arrays' bytes one after the other. Anything that does not fit exactly is
 * refused.
 *
 * @param path the file
 * @param metadata the header's texts
 * @param arrays the arrays by name; their bytes stay mapped as long as one of them is in use
 */
public record SafetensorsFile(Path path, Map<String, String> metadata, SortedMap<String, WeightArray> arrays) {
    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long LONGEST_HEADER = 100_000_000;

    /**
     * Opens and checks a file; reads no array.
     *
     * @throws BadDataException if the file is empty, cut short or damaged
     * @throws IOException if it is not there or cannot be read
     */
    public static SafetensorsFile open(Path path) throws IOException {
        MemorySegment content = map(path);
        if (content.byteSize() == 0) {
            throw BadDataException.in(path, "empty, 0 bytes: expected a safetensors file; fetch or copy it again");
        }
        MisfetchedFile.refuseText(path);
        if (content.byteSize() < Long.BYTES) {
            throw BadDataException.in(path, "cut short: only " + content.byteSize() + " bytes; fetch or copy it again");
        }
        long length = content.get(LENGTH, 0);
        if (length < 2 || length > LONGEST_HEADER) {
            throw BadDataException.in(
                    path,
                    "no safetensors file, or damaged: its first 8 bytes give a header of "
                            + Long.toUnsignedString(length) + " bytes, expected 2 … " + LONGEST_HEADER
                            + "; fetch it again, or convert what it is to safetensors");
        }
        long dataBegin = Long.BYTES + length;
        if (dataBegin > content.byteSize()) {
            throw BadDataException.in(
                    path,
                    "cut short: its header has " + length + " bytes, but the whole file only " + content.byteSize()
                            + "; fetch or copy it again");
        }
        byte[] json = content.asSlice(Long.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
        MemorySegment data = content.asSlice(dataBegin);
        SafetensorsHeader header = SafetensorsHeader.parse(json, data.byteSize(), path);
        SortedMap<String, WeightArray> arrays = new TreeMap<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            MemorySegment bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
            arrays.put(entry.name(), new WeightArray(entry.type(), entry.shape(), bytes));
        }
        return new SafetensorsFile(path, header.metadata(), Collections.unmodifiableSortedMap(arrays));
    }

    private static MemorySegment map(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }

    /**
     * An array by its name.
     *
     * @throws BadDataException if the file has none of this name
     */
    public WeightArray get(String name) {
        WeightArray array = arrays.get(name);
        if (array == null) {
            throw BadDataException.in(path, "there is no array '" + name + "' among its " + arrays.size());
        }
        return array;
    }
}

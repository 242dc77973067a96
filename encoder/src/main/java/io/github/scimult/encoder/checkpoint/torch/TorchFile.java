package io.github.scimult.encoder.checkpoint.torch;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.MisfetchedFile;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that {@code torch.save} wrote, mapped into memory: {@code .ckpt}, {@code .pt}, {@code pytorch_model.bin}. Two layouts
 * are read. The newer is a zip file: {@code NAME/data.pkl} is a pickle of everything but the numbers, {@code NAME/data/KEY} the
 * numbers of each storage. The older one is a row of pickles (magic number, version, machine, content, keys of the storages),
 * then for each storage 8 bytes with its size and its numbers.
 *
 * @param path the file
 * @param root what was saved: maps, lists and plain values, with a {@link WeightArray} for each tensor
 */
public record TorchFile(Path path, Object root) {
    private static final BigInteger MAGIC = new BigInteger("119547037146038801333356");

    /**
     * Reads a file; its numbers stay where they are.
     *
     * @throws BadDataException if it is damaged, in another format, or asks to call something; names the file
     * @throws IOException if it is not there or cannot be read
     */
    public static TorchFile open(Path path) throws IOException {
        MemorySegment content = map(path);
        if (content.byteSize() == 0) {
            throw BadDataException.in(path, "empty, 0 bytes: expected a file that torch wrote; fetch or copy it again");
        }
        MisfetchedFile.refuseText(path);
        try {
            return new TorchFile(path, StoredZip.isOne(content) ? zip(content) : legacy(content));
        } catch (RefusedPickleException refused) {
            throw new BadDataException(path + ": " + refused.getMessage(), refused);
        } catch (StackOverflowError endless) {
            throw new BadDataException(path + ": it is damaged: its values hold each other without end", endless);
        }
    }

    private static MemorySegment map(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }

    private static Object zip(MemorySegment content) {
        Map<String, MemorySegment> entries = StoredZip.entries(content);
        String pickle = entries.keySet().stream()
                .filter(name -> name.endsWith("/data.pkl"))
                .findFirst()
                .orElseThrow(() -> new RefusedPickleException("a zip file without data.pkl: torch did not write it"));
        String folder = pickle.substring(0, pickle.length() - "data.pkl".length());
        MemorySegment order = entries.get(folder + "byteorder");
        if (order != null && order.byteSize() > 0 && order.get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0) != 'l') {
            throw new RefusedPickleException("its numbers are big-endian; save it again on an ordinary machine");
        }
        Object value = Unpickler.read(entries.get(pickle), 0).value();
        return new Resolved(key -> entries.get(folder + "data/" + key)).of(value);
    }

    private static Object legacy(MemorySegment content) {
        Unpickler.Read magic = Unpickler.read(content, 0);
        if (!MAGIC.equals(magic.value())) {
            throw new RefusedPickleException("a pickle, but not of torch: there are no weights in it");
        }
        Unpickler.Read version = Unpickler.read(content, magic.end());
        Unpickler.Read machine = Unpickler.read(content, version.end());
        if (machine.value() instanceof Map<?, ?> facts && Boolean.FALSE.equals(facts.get("little_endian"))) {
            throw new RefusedPickleException("its numbers are big-endian; save it again on an ordinary machine");
        }
        Unpickler.Read saved = Unpickler.read(content, machine.end());
        Unpickler.Read keys = Unpickler.read(content, saved.end());
        return new Resolved(storages(content, keys, new Sizes().of(saved.value()))::get).of(saved.value());
    }

    private static Map<String, MemorySegment> storages(
            MemorySegment content, Unpickler.Read keys, Map<String, Integer> bytesOfNumber) {
        if (!(keys.value() instanceof List<?> list)) {
            throw new RefusedPickleException("it is damaged: the list of its storages is missing");
        }
        PickleBytes bytes = new PickleBytes(content, keys.end());
        Map<String, MemorySegment> storages = new HashMap<>();
        for (Object key : list) {
            long numbers = bytes.longInteger();
            int each = bytesOfNumber.getOrDefault(String.valueOf(key), 1);
            if (numbers < 0 || numbers > Long.MAX_VALUE / each) {
                throw new RefusedPickleException("it is damaged: a storage of " + numbers + " numbers");
            }
            storages.put(String.valueOf(key), bytes.slice(numbers * each));
        }
        return storages;
    }

    /** The size of each storage's numbers, which the older layout tells where a tensor refers to it. */
    private static final class Sizes {
        private final Map<String, Integer> bytes = new LinkedHashMap<>();

        Map<String, Integer> of(Object value) {
            Plain.walk(
                    value,
                    tensor -> bytes.put(
                            tensor.storage().key(), tensor.storage().type().bytes()));
            return bytes;
        }
    }
}

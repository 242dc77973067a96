package io.github.scimult.encoder.checkpoint.torch;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Python pickle (protocols 2 to 5) that holds tensors, dictionaries, lists, tuples and plain values. A pickle is a
 * little program; where this one asks to call anything but what rebuilds a tensor or makes a dictionary, it is refused by
 * the name of what it wanted to call, and nothing is called.
 */
final class Unpickler {
    private final PickleBytes bytes;
    private final PickleStack stack = new PickleStack();

    private Unpickler(PickleBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * What a pickle makes, and where it ends.
     *
     * @param value plain Java values, lists (tuples too), maps, {@link TensorReference}s, {@link Settings}
     * @param end the first byte behind it
     */
    record Read(Object value, long end) {}

    /**
     * Reads one pickle.
     *
     * @throws RefusedPickleException if it is damaged or asks for something that is not done here
     */
    static Read read(MemorySegment content, long position) {
        Unpickler unpickler = new Unpickler(new PickleBytes(content, position));
        Object value = unpickler.run();
        return new Read(value, unpickler.bytes.position());
    }

    private Object run() {
        while (true) {
            int opcode = bytes.unsignedByte();
            if (opcode == '.') {
                return stack.pop();
            }
            if (!plain(opcode) && !collection(opcode) && !memory(opcode)) {
                object(opcode);
            }
        }
    }

    /** Numbers, texts, truth values. */
    private boolean plain(int opcode) {
        switch (opcode) {
            case 0x80 -> bytes.unsignedByte(); // PROTO
            case 0x95 -> bytes.longInteger(); // FRAME
            case 'N' -> stack.push(null);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'J' -> stack.push((long) bytes.integer());
            case 'K' -> stack.push((long) bytes.unsignedByte());
            case 'M' -> stack.push((long) bytes.unsignedShort());
            case 0x8a -> stack.push(number(bytes.raw(bytes.unsignedByte()))); // LONG1
            case 'G' -> stack.push(bytes.bigEndianDouble());
            case 'X' -> stack.push(bytes.text(Integer.toUnsignedLong(bytes.integer())));
            case 0x8c -> stack.push(bytes.text(bytes.unsignedByte()));
            case 0x8d -> stack.push(bytes.text(bytes.longInteger()));
            case 'U' -> stack.push(bytes.text(bytes.unsignedByte()));
            case 'T' -> stack.push(bytes.text(Integer.toUnsignedLong(bytes.integer())));
            case 'C' -> stack.push(bytes.raw(bytes.unsignedByte()));
            case 'B' -> stack.push(bytes.raw(Integer.toUnsignedLong(bytes.integer())));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A whole number, in as few little-endian bytes as it needs. */
    private static Object number(byte[] littleEndian) {
        byte[] bigEndian = new byte[Math.max(1, littleEndian.length)];
        for (int i = 0; i < littleEndian.length; i++) {
            bigEndian[bigEndian.length - 1 - i] = littleEndian[i];
        }
        BigInteger number = new BigInteger(bigEndian);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private boolean collection(int opcode) {
        switch (opcode) {
            case '(' -> stack.mark();
            case ']' -> stack.push(new ArrayList<>());
            case 'a' -> {
                Object value = stack.pop();
                list(stack.top()).add(value);
            }
            case 'e' -> {
                List<Object> values = stack.popToMark();
                list(stack.top()).addAll(values);
            }
            case ')' -> stack.push(List.of());
            case 't' -> stack.push(stack.popToMark());
            case 0x85 -> tuple(1);
            case 0x86 -> tuple(2);
            case 0x87 -> tuple(3);
            case '}' -> stack.push(new LinkedHashMap<>());
            case 's' -> {
                Object value = stack.pop();
                Object key = stack.pop();
                map(stack.top()).put(key, value);
            }
            case 'u' -> {
                List<Object> entries = stack.popToMark();
                putAll(map(stack.top()), entries);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tuple(int size) {
        Object[] values = new Object[size];
        for (int i = size - 1; i >= 0; i--) {
            values[i] = stack.pop();
        }
        stack.push(new ArrayList<>(Arrays.asList(values)));
    }

    private static void putAll(Map<Object, Object> map, List<Object> entries) {
        if (entries.size() % 2 != 0) {
            throw new RefusedPickleException("it is damaged: a dictionary's key has no value");
        }
        for (int i = 0; i < entries.size(); i += 2) {
            map.put(entries.get(i), entries.get(i + 1));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        if (value instanceof ArrayList<?>) {
            return (List<Object>) value;
        }
        throw new RefusedPickleException("it is damaged: a value is appended to something that is no list");
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> map(Object value) {
        if (value instanceof Map<?, ?>) {
            return (Map<Object, Object>) value;
        }
        throw new RefusedPickleException("it is damaged: an entry is put into something that is no dictionary");
    }

    private boolean memory(int opcode) {
        switch (opcode) {
            case 'q' -> stack.remember(bytes.unsignedByte());
            case 'r' -> stack.remember(Integer.toUnsignedLong(bytes.integer()));
            case 0x94 -> stack.rememberNext();
            case 'h' -> stack.recall(bytes.unsignedByte());
            case 'j' -> stack.recall(Integer.toUnsignedLong(bytes.integer()));
            case '0' -> stack.pop();
            case '1' -> stack.popToMark();
            case '2' -> stack.push(stack.top());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void object(int opcode) {
        switch (opcode) {
            case 'c' -> stack.push(new GlobalName(bytes.line(), bytes.line()));
            case 0x93 -> {
                Object name = stack.pop();
                stack.push(new GlobalName(String.valueOf(stack.pop()), String.valueOf(name)));
            }
            case 'R', 0x81 -> {
                Object arguments = stack.pop();
                stack.push(TorchObjects.call(stack.pop(), arguments));
            }
            case 'b' -> {
                Object state = stack.pop();
                if (stack.top() instanceof Settings settings) {
                    settings.hold(state);
                }
            }
            case 'Q' -> stack.push(TorchObjects.storage(stack.pop()));
            default ->
                throw new RefusedPickleException(
                        "it is damaged, or asks for something that is not done here: instruction 0x"
                                + Integer.toHexString(opcode) + " at byte " + (bytes.position() - 1));
        }
    }
}

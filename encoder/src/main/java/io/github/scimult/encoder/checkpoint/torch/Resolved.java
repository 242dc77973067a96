package io.github.scimult.encoder.checkpoint.torch;

import io.github.scimult.encoder.checkpoint.array.WeightArray;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** From what a pickle made to values with numbers: each tensor becomes an array that looks at its storage. */
final class Resolved {
    private final Function<String, MemorySegment> storages;
    private final Map<Object, Object> made = new IdentityHashMap<>();

    /** @param storages by key; null where there is none */
    Resolved(Function<String, MemorySegment> storages) {
        this.storages = storages;
    }

    Object of(Object value) {
        return of(value, 0);
    }

    private Object of(Object value, int depth) {
        Plain.requireShallow(depth);
        return switch (value) {
            case TensorReference tensor -> array(tensor);
            case Settings settings -> of(settings.plain(), depth + 1);
            case Map<?, ?> map -> made.containsKey(value) ? made.get(value) : map(map, depth);
            case List<?> list -> made.containsKey(value) ? made.get(value) : list(list, depth);
            case null, default -> value;
        };
    }

    private Object map(Map<?, ?> map, int depth) {
        Map<Object, Object> resolved = new LinkedHashMap<>();
        made.put(map, resolved);
        map.forEach((key, value) -> resolved.put(String.valueOf(key), of(value, depth + 1)));
        return resolved;
    }

    private Object list(List<?> list, int depth) {
        List<Object> resolved = new ArrayList<>();
        made.put(list, resolved);
        list.forEach(value -> resolved.add(of(value, depth + 1)));
        return resolved;
    }

    private WeightArray array(TensorReference tensor) {
        StorageReference storage = tensor.storage();
        MemorySegment numbers = storages.apply(storage.key());
        if (numbers == null) {
            throw new RefusedPickleException("it is damaged: the numbers of storage " + storage.key() + " are missing");
        }
        try {
            long elements = WeightArray.elements(tensor.shape());
            int each = storage.type().bytes();
            if (!isContiguous(tensor)) {
                return new WeightArray(storage.type(), tensor.shape(), gathered(tensor, numbers, elements));
            }
            MemorySegment own =
                    numbers.asSlice(Math.multiplyExact(tensor.offset(), each), Math.multiplyExact(elements, each));
            return new WeightArray(storage.type(), tensor.shape(), own);
        } catch (IndexOutOfBoundsException | ArithmeticException outside) {
            throw new RefusedPickleException("it is cut short or damaged: a tensor of shape "
                    + java.util.Arrays.toString(tensor.shape()) + " reaches beyond the " + numbers.byteSize()
                    + " bytes of storage " + storage.key());
        }
    }

    private static boolean isContiguous(TensorReference tensor) {
        if (tensor.strides().length != tensor.shape().length) {
            throw new RefusedPickleException("it is damaged: a tensor has other dimensions than strides");
        }
        long expected = 1;
        for (int dimension = tensor.shape().length - 1; dimension >= 0; dimension--) {
            if (tensor.shape()[dimension] != 1 && tensor.strides()[dimension] != expected) {
                return false;
            }
            expected = Math.multiplyExact(expected, tensor.shape()[dimension]);
        }
        return true;
    }

    /** A copy of a transposed or otherwise scattered tensor, row by row. */
    private static MemorySegment gathered(TensorReference tensor, MemorySegment numbers, long elements) {
        int each = tensor.storage().type().bytes();
        if (elements * each > numbers.byteSize()) {
            throw new RefusedPickleException("it holds a tensor that repeats its numbers; save it as a plain one");
        }
        MemorySegment copy = MemorySegment.ofArray(new byte[Math.toIntExact(elements * each)]);
        long[] index = new long[tensor.shape().length];
        for (long element = 0; element < elements; element++) {
            long from = tensor.offset();
            for (int dimension = 0; dimension < index.length; dimension++) {
                from += index[dimension] * tensor.strides()[dimension];
            }
            MemorySegment.copy(numbers, Math.multiplyExact(from, each), copy, element * each, each);
            for (int dimension = index.length - 1;
                    dimension >= 0 && ++index[dimension] == tensor.shape()[dimension];
                    dimension--) {
                index[dimension] = 0;
            }
        }
        return copy;
    }
}

package io.github.scimult.encoder.checkpoint.torch;

import io.github.scimult.encoder.checkpoint.array.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What torch's pickles may ask for: tensors, the storages they look at, dictionaries, parameters. */
final class TorchObjects {
    private static final Map<String, DataType> STORAGES = Map.of(
            "torch.DoubleStorage", DataType.F64,
            "torch.FloatStorage", DataType.F32,
            "torch.HalfStorage", DataType.F16,
            "torch.BFloat16Storage", DataType.BF16,
            "torch.LongStorage", DataType.I64,
            "torch.IntStorage", DataType.I32,
            "torch.ByteStorage", DataType.U8,
            "torch.BoolStorage", DataType.U8);

    private TorchObjects() {}

    /**
     * What a call would return.
     *
     * @throws RefusedPickleException if it is none of the few that are known; names it
     */
    static Object call(Object callee, Object arguments) {
        if (!(callee instanceof GlobalName name) || !(arguments instanceof List<?> given)) {
            throw new RefusedPickleException("it is damaged: something is called that is no function");
        }
        if (name.makesDictionary()) {
            return dictionary(given);
        }
        if (name.isSettings()) {
            return new Settings(name);
        }
        return switch (name.toString()) {
            case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor" -> tensor(given);
            case "torch._utils._rebuild_parameter" -> given.isEmpty() ? null : given.getFirst();
            default ->
                throw new RefusedPickleException("it asks to call " + name
                        + ", which no file of weights needs: it may be an attack, and nothing of it was run");
        };
    }

    private static Map<Object, Object> dictionary(List<?> arguments) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object argument : arguments) {
            if (argument instanceof List<?> entries) {
                for (Object entry : entries) {
                    if (entry instanceof List<?> pair && pair.size() == 2) {
                        map.put(pair.get(0), pair.get(1));
                    }
                }
            }
        }
        return map;
    }

    private static TensorReference tensor(List<?> arguments) {
        if (arguments.size() >= 4 && arguments.get(0) instanceof StorageReference storage) {
            return new TensorReference(
                    storage, whole(arguments.get(1)), wholes(arguments.get(2)), wholes(arguments.get(3)));
        }
        throw new RefusedPickleException("it is damaged: a tensor without a storage");
    }

    /** A storage by what torch calls its persistent id: ("storage", class, key, device, numbers, …). */
    static StorageReference storage(Object id) {
        if (id instanceof List<?> parts && parts.size() >= 5 && "storage".equals(parts.get(0))) {
            DataType type = STORAGES.get(String.valueOf(parts.get(1)));
            if (type == null) {
                throw new RefusedPickleException(
                        "it holds numbers in a " + parts.get(1) + "; known are " + STORAGES.keySet());
            }
            return new StorageReference(type, String.valueOf(parts.get(2)), whole(parts.get(4)));
        }
        throw new RefusedPickleException("it is damaged: a reference to something outside that is no storage");
    }

    private static long[] wholes(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(TorchObjects::whole).toArray();
        }
        throw new RefusedPickleException("it is damaged: a tensor's shape is no list of numbers");
    }

    private static long whole(Object value) {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new RefusedPickleException("it is damaged: a size or offset is not a whole number of at least 0");
    }
}

package io.github.scimult.encoder.checkpoint;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.checkpoint.array.WeightArray;
import io.github.scimult.encoder.checkpoint.torch.TorchFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights of a file that torch wrote, by name, and the settings saved beside them. The file is a state dictionary itself, or
 * has one under {@code model_dict} (DPR and SciMult), {@code state_dict} or {@code model_state_dict}.
 *
 * @param path the file
 * @param arrays as the file names them
 * @param settings {@code encoder_params} of DPR and SciMult, flat; empty where there are none
 */
record StateDictionary(Path path, Map<String, WeightArray> arrays, Map<String, Object> settings) {
    private static final List<String> KEYS = List.of("model_dict", "state_dict", "model_state_dict");

    static StateDictionary read(Path path) throws IOException {
        Object root = TorchFile.open(path).root();
        if (!(root instanceof Map<?, ?> saved)) {
            throw BadDataException.in(path, "holds no dictionary of weights");
        }
        Map<?, ?> weights = saved;
        for (String key : KEYS) {
            if (saved.get(key) instanceof Map<?, ?> inner) {
                weights = inner;
                break;
            }
        }
        Map<String, WeightArray> arrays = new TreeMap<>();
        weights.forEach((name, value) -> {
            if (value instanceof WeightArray array) {
                arrays.put(withoutWrapper(String.valueOf(name)), array);
            }
        });
        if (arrays.isEmpty()) {
            throw BadDataException.in(path, "holds no weights; its entries are " + saved.keySet());
        }
        return new StateDictionary(path, arrays, settings(saved.get("encoder_params")));
    }

    /** Training on several devices puts {@code module.} before every name. */
    private static String withoutWrapper(String name) {
        return name.startsWith("module.") ? name.substring("module.".length()) : name;
    }

    /** Flat, or one level down under {@code encoder}, as DPR's trainer nests them. */
    private static Map<String, Object> settings(Object saved) {
        Map<String, Object> flat = new LinkedHashMap<>();
        if (saved instanceof Map<?, ?> outer) {
            outer.forEach((key, value) -> flat.put(String.valueOf(key), value));
            if (outer.get("encoder") instanceof Map<?, ?> inner) {
                inner.forEach((key, value) -> flat.put(String.valueOf(key), value));
            }
        }
        return flat;
    }
}

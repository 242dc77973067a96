package io.github.scimult.encoder.checkpoint.torch;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of a settings class as plain data: its class's name and what it holds. No code of that class is run. */
final class Settings {
    private final GlobalName type;
    private final Map<Object, Object> state = new LinkedHashMap<>();

    Settings(GlobalName type) {
        this.type = type;
    }

    void hold(Object given) {
        if (given instanceof Map<?, ?> map) {
            state.putAll(map);
        }
    }

    /** What it says in the end: OmegaConf keeps a group in {@code _content} and a value in {@code _val}. */
    Object plain() {
        if (state.get("_content") instanceof Map<?, ?> content) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            content.forEach((key, value) -> plain.put(key, value instanceof Settings inner ? inner.plain() : value));
            return plain;
        }
        return state.get("_val");
    }

    @Override
    public String toString() {
        return "settings of " + type;
    }
}

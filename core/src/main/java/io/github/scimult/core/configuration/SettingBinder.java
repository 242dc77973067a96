package io.github.scimult.core.configuration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives settings their types.
 *
 * @param mapsReplaced whether a map that is given stands alone, without the default's other entries
 */
record SettingBinder(boolean mapsReplaced) {

    /**
     * The value of a setting.
     *
     * @param base what it is without the setting; null if there is no such thing
     * @param path the setting's full name
     */
    Object bind(Type type, Object base, Setting setting, String path) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == Optional.class) {
            Object inner = base == null ? null : ((Optional<?>) base).orElse(null);
            return isNull(setting) ? Optional.empty() : Optional.of(bind(argument(type, 0), inner, setting, path));
        }
        if (isNull(setting)) {
            return nothing(raw, base, setting, path);
        }
        if (raw.isRecord()) {
            RecordShape shape = new RecordShape(raw.asSubclass(Record.class));
            return new RecordBinder(this, shape).bind((Record) base, setting, path);
        }
        if (raw == List.class) {
            return list(argument(type, 0), setting, path);
        }
        if (raw == Map.class) {
            return map(argument(type, 1), (Map<?, ?>) base, setting, path);
        }
        return scalar(raw, base, setting, path);
    }

    private static boolean isNull(Setting setting) {
        return setting instanceof Setting.Scalar(String text, Origin ignored) && text == null;
    }

    /** A group without entries is written as nothing at all; it changes nothing. */
    private static Object nothing(Class<?> raw, Object base, Setting setting, String path) {
        if (raw.isRecord() && base != null) {
            return base;
        }
        if (raw.isPrimitive() || raw == List.class || raw == Map.class) {
            throw setting.origin().refuse(path + " needs a value" + usually(base) + ".");
        }
        return null;
    }

    private List<Object> list(Type itemType, Setting setting, String path) {
        if (!(setting instanceof Setting.Items(List<Setting> items, Origin ignored))) {
            throw wrongType(setting, path, "a list, such as [one, two]", null);
        }
        List<Object> bound = new ArrayList<>();
        for (Setting item : items) {
            bound.add(bindPart(itemType, null, item, path + "[" + bound.size() + "]"));
        }
        return List.copyOf(bound);
    }

    private Map<String, Object> map(Type valueType, Map<?, ?> base, Setting setting, String path) {
        if (!(setting instanceof Setting.Group(Map<String, Setting> entries, Origin ignored))) {
            throw wrongType(setting, path, "names and values, such as {one: …, two: …}", null);
        }
        Map<String, Object> bound = new LinkedHashMap<>();
        if (base != null && !mapsReplaced) {
            base.forEach((name, value) -> bound.put((String) name, value));
        }
        entries.forEach((name, entry) -> {
            if (isNull(entry)) {
                removed(bound, name, entry, path);
            } else {
                Object before = base == null ? null : base.get(name);
                bound.put(name, bindPart(valueType, before, entry, path + "." + name));
            }
        });
        return Collections.unmodifiableMap(bound);
    }

    /** A name without a value takes the default's entry away; where there is none, something else was meant. */
    private static void removed(Map<String, Object> bound, String name, Setting entry, String path) {
        if (bound.remove(name) == null) {
            String hint = name.contains(":") ? " In {name: value} a space follows the colon." : "";
            throw entry.origin().refuse(path + "." + name + " needs a value." + hint);
        }
    }

    private Object bindPart(Type type, Object base, Setting part, String path) {
        if (isNull(part)) {
            throw part.origin().refuse(path + " needs a value.");
        }
        return bind(type, base, part, path);
    }

    private static Object scalar(Class<?> type, Object base, Setting setting, String path) {
        if (!ScalarBinder.binds(type)) {
            throw new IllegalStateException("a configuration cannot hold a " + type.getName() + ", as " + path);
        }
        if (!(setting instanceof Setting.Scalar(String text, Origin ignored))) {
            throw wrongType(setting, path, "one value", base);
        }
        try {
            return ScalarBinder.parse(type, text);
        } catch (ScalarBinder.NotOfType e) {
            throw wrongType(setting, path, e.getMessage(), base);
        }
    }

    static RuntimeException wrongType(Setting setting, String path, String expected, Object base) {
        return setting.origin()
                .refuse((path.isEmpty() ? "this" : path) + " must be " + expected + ", not " + setting.describe()
                        + usually(base) + ".");
    }

    private static String usually(Object base) {
        return base == null || base instanceof Record
                ? ""
                : " (without it, it is " + ConfigurationWriter.inOneLine(base) + ")";
    }

    private static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[index];
        }
        throw new IllegalStateException("a configuration cannot hold the raw type " + type.getTypeName());
    }
}

package io.github.scimult.core.configuration;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a record out of a group of settings, and out of its defaults what the group leaves out.
 *
 * @param parts binds the record's components
 * @param shape the record's type
 */
record RecordBinder(SettingBinder parts, RecordShape shape) {

    Record bind(Record base, Setting setting, String path) {
        if (!(setting instanceof Setting.Group group)) {
            throw SettingBinder.wrongType(setting, path, "a group of settings (" + shape.listing() + ")", null);
        }
        group.entries().forEach((name, entry) -> refuseUnknown(name, entry, path));
        Record defaults = base != null ? base : shape.defaults().orElse(null);
        Object[] values = shape.components().stream()
                .map(component -> value(component, defaults, group, path))
                .toArray();
        try {
            return shape.create(values);
        } catch (RecordShape.Refused refused) {
            throw blamed(group, refused.getMessage())
                    .refuse((path.isEmpty() ? "" : path + ": ") + refused.getMessage(), refused.getCause());
        }
    }

    private Object value(RecordComponent component, Record defaults, Setting.Group group, String path) {
        Object base = defaults == null ? null : shape.read(component, defaults);
        Setting setting = group.entries().get(component.getName());
        if (setting != null) {
            return parts.bind(component.getGenericType(), base, setting, inside(path, component.getName()));
        }
        if (defaults == null) {
            return unset(component, group, path);
        }
        return base;
    }

    /** What a component is where neither the settings nor defaults name it. */
    private static Object unset(RecordComponent component, Setting.Group group, String path) {
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return Optional.empty();
        } else if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        }
        Optional<Record> defaults =
                type.isRecord() ? new RecordShape(type.asSubclass(Record.class)).defaults() : Optional.empty();
        if (defaults.isPresent()) {
            return defaults.get();
        }
        throw group.origin().refuse(inside(path, component.getName()) + " is missing and has no default: add it.");
    }

    private void refuseUnknown(String name, Setting entry, String path) {
        if (shape.names().contains(name)) {
            return;
        }
        String hint = NearestKey.of(name, shape.names())
                .or(() -> shape.pathsTo(name).stream().findFirst())
                .map(meant -> " Did you mean " + inside(path, meant) + "?")
                .orElse("");
        throw entry.origin()
                .refuse("there is no setting " + inside(path, name) + "." + hint + " Known "
                        + (path.isEmpty() ? "here" : "in " + path) + ": " + shape.listing() + ".");
    }

    /** Where the refused value was given: the setting that the constructor's words name first, or else the latest one. */
    private static Origin blamed(Setting.Group group, String message) {
        Optional<Origin> named = group.entries().entrySet().stream()
                .filter(entry -> place(message, entry.getKey()) >= 0)
                .min(Comparator.comparingInt(entry -> place(message, entry.getKey())))
                .map(entry -> entry.getValue().origin());
        Optional<Origin> typed = group.entries().values().stream()
                .map(Setting::origin)
                .filter(Origin.Typed.class::isInstance)
                .reduce((earlier, later) -> later);
        return named.or(() -> typed).orElse(group.origin());
    }

    /** Where the message mentions a name; negative if it does not. */
    private static int place(String message, String name) {
        String text = Objects.requireNonNullElse(message, "");
        Matcher matcher =
                Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)").matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

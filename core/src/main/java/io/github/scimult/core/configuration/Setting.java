package io.github.scimult.core.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was written down, not yet bound to a type; each part knows where it was given. */
sealed interface Setting {

    Origin origin();

    /** What it is, for messages. */
    String describe();

    /** One value as its text; the text is null where {@code null} or nothing was written. */
    record Scalar(String text, Origin origin) implements Setting {
        @Override
        public String describe() {
            return text == null ? "null" : "'" + text + "'";
        }
    }

    /** A list. */
    record Items(List<Setting> items, Origin origin) implements Setting {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Names and what stands behind them, in the order given. */
    record Group(Map<String, Setting> entries, Origin origin) implements Setting {
        @Override
        public String describe() {
            return "a group of settings";
        }
    }

    /** This setting with another's laid over it: groups are merged name by name, all else is replaced. */
    default Setting overlaid(Setting other) {
        if (!(this instanceof Group(Map<String, Setting> below, Origin place)
                && other instanceof Group(Map<String, Setting> above, Origin ignored))) {
            return other;
        }
        Map<String, Setting> merged = new LinkedHashMap<>(below);
        above.forEach((name, setting) -> merged.merge(name, setting, Setting::overlaid));
        return new Group(merged, place);
    }
}

package io.github.scimult.core.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads {@code path=value} as typed on the command line, such as {@code optimizer.rate=3e-5}. */
final class OverrideParser {

    private OverrideParser() {}

    /** The override as groups of one entry each, around the value. The value is YAML. */
    static Setting parse(String override) {
        Origin origin = new Origin.Typed(override);
        int equals = override.indexOf('=');
        List<String> names = equals < 0 ? List.of() : names(override.substring(0, equals));
        if (names.isEmpty() || names.contains("")) {
            throw origin.refuse(
                    "expected the path of a setting, an equals sign and the value," + " such as optimizer.rate=3e-5.");
        }
        Setting setting = SettingParser.parse(override.substring(equals + 1), line -> origin);
        for (String name : names.reversed()) {
            setting = new Setting.Group(Map.of(name, setting), origin);
        }
        return setting;
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("\\.", -1)).map(String::strip).toList();
    }
}

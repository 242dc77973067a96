package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Values as they were written down, not yet of any type.
 *
 * @param tree of groups, lists and single values
 * @param origins where each value was given, by its path ({@code oven.racks[2].width}); a part without an entry was given where what
 *     holds it was
 */
record Given(JsonNode tree, Map<String, Origin> origins) {

    Given(JsonNode tree, Origin origin) {
        this(tree, Map.of("", origin));
    }

    Origin origin(String path) {
        Origin origin = origins.get(path);
        return origin != null ? origin : origin(path.substring(0, Math.max(path.lastIndexOf('.'), 0)));
    }

    /** These values with others laid over them: groups are merged name by name, all else is replaced. */
    Given overlaid(Given above) {
        Map<String, Origin> all = new HashMap<>(origins);
        all.putAll(above.origins);
        return new Given(overlaid(tree, above.tree), all);
    }

    private static JsonNode overlaid(JsonNode below, JsonNode above) {
        if (!(below instanceof ObjectNode group && above instanceof ObjectNode)) {
            return above;
        }
        ObjectNode merged = group.objectNode().setAll(group);
        above.properties()
                .forEach(entry -> merged.set(entry.getKey(), overlaid(below.path(entry.getKey()), entry.getValue())));
        return merged;
    }

    /** The path of a name in the group at another path. */
    static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

package io.github.scimult.core.configuration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The components of a record type by their names in documents. */
record RecordShape(Class<?> type) {

    List<RecordComponent> components() {
        return List.of(type.getRecordComponents());
    }

    /** What a component is called in documents: its own name, or that of its {@link JsonProperty}. */
    static String name(RecordComponent component) {
        JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    List<String> names() {
        return components().stream().map(RecordShape::name).toList();
    }

    /** The components' names, for messages. */
    String listing() {
        return String.join(", ", names());
    }

    /** Whether names that are not known are passed over, as other programs' clients send them. */
    boolean ignoresUnknown() {
        JsonIgnoreProperties ignored = type.getAnnotation(JsonIgnoreProperties.class);
        return ignored != null && ignored.ignoreUnknown();
    }

    /** What the record's constructor without parameters makes, as a tree; missing if there is no such constructor. */
    JsonNode defaults() {
        return ClassUtil.findConstructor(type, true) == null
                ? MissingNode.getInstance()
                : SettingsMapper.MAPPER.valueToTree(ClassUtil.createInstance(type, true));
    }

    /** The new path of something that was called otherwise in an earlier version, here or in the groups below. */
    Optional<String> renamed(String former) {
        return renamed(former, "");
    }

    private Optional<String> renamed(String former, String path) {
        for (RecordComponent component : components()) {
            String inside = Given.inside(path, name(component));
            Formerly formerly = component.getAnnotation(Formerly.class);
            for (String old : formerly == null ? new String[0] : formerly.value()) {
                if (former.equals(old)) {
                    return Optional.of(inside + (formerly.change().isEmpty() ? "" : " (" + formerly.change() + ")"));
                } else if (former.startsWith(old + ".") && !component.getType().isRecord()) {
                    return Optional.of(inside + former.substring(old.length())); // an entry of a map
                }
            }
            Optional<String> below = component.getType().isRecord()
                    ? new RecordShape(component.getType()).renamed(former, inside)
                    : Optional.empty();
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    /** The paths of all components of this name, here and in the groups below. */
    List<String> pathsTo(String name) {
        List<String> paths = new ArrayList<>();
        for (RecordComponent component : components()) {
            if (name(component).equals(name)) {
                paths.add(name);
            }
            if (component.getType().isRecord()) {
                new RecordShape(component.getType())
                        .pathsTo(name)
                        .forEach(below -> paths.add(Given.inside(name(component), below)));
            }
        }
        return paths;
    }
}

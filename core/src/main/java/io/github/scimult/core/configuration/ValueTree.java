package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/**
 * Lays given values over defaults: what comes out names every component of a record, each with a value of its type. What does not fit
 * is refused where it was given.
 *
 * @param outermost what the values are for
 * @param wording of complaints
 * @param mapsReplaced whether a map that is given stands alone, without the default's other entries
 */
record ValueTree(RecordShape outermost, Given given, Wording wording, boolean mapsReplaced) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonNode NOTHING = MissingNode.getInstance();

    /**
     * What a part is in the end.
     *
     * @param base what it is where nothing is given; missing if there is no such thing
     * @param path of the part
     */
    JsonNode complete(JavaType type, JsonNode base, JsonNode value, String path) {
        if (type.isReferenceType()) {
            return value.isNull() ? value : complete(type.getContentType(), base, value, path);
        } else if (value.isNull()) {
            return nothing(type, base, path);
        } else if (type.isRecordType()) {
            return record(new RecordShape(type.getRawClass()), base, value, path);
        } else if (type.isCollectionLikeType()) {
            return list(type.getContentType(), value, path);
        } else if (type.isMapLikeType()) {
            return map(type.getContentType(), base, value, path);
        }
        return scalar(type.getRawClass(), base, value, path);
    }

    /** A group without entries is written as nothing at all; it changes nothing. */
    private JsonNode nothing(JavaType type, JsonNode base, String path) {
        if (type.isRecordType() && base.isObject()) {
            return base;
        }
        if (type.isPrimitive() || type.isContainerType()) {
            throw refusal(path, wording.needed(path, base));
        }
        return NODES.nullNode();
    }

    private JsonNode record(RecordShape shape, JsonNode base, JsonNode value, String path) {
        if (!value.isObject()) {
            throw refusal(path, wording.wrongType(path, wording.group(shape), value, NOTHING));
        }
        if (!shape.ignoresUnknown()) {
            value.properties().forEach(entry -> refuseUnknown(shape, path, entry.getKey(), entry.getValue()));
        }
        JsonNode defaults = base.isObject() ? base : shape.defaults();
        ObjectNode complete = NODES.objectNode();
        for (RecordComponent component : shape.components()) {
            String name = RecordShape.name(component);
            complete.set(name, component(component, defaults.path(name), value.path(name), Given.inside(path, name)));
        }
        return complete;
    }

    private void refuseUnknown(RecordShape shape, String path, String name, JsonNode value) {
        if (shape.names().contains(name)) {
            return;
        }
        String unknown = Given.inside(path, name);
        // Where a whole group has another name, what stands in it may have gone elsewhere.
        Stream.concat(value.propertyStream().map(entry -> Given.inside(unknown, entry.getKey())), Stream.of(unknown))
                .filter(former -> outermost.renamed(former).isPresent())
                .findFirst()
                .ifPresent(former -> {
                    throw refusal(
                            former,
                            wording.renamed(former, outermost.renamed(former).orElseThrow()));
                });
        throw refusal(unknown, wording.unknown(path, name, shape));
    }

    private JsonNode component(RecordComponent component, JsonNode base, JsonNode value, String path) {
        JavaType type = SettingsMapper.MAPPER.constructType(component.getGenericType());
        if (value.isMissingNode()) {
            return base.isMissingNode() ? unset(type, path) : base;
        }
        boolean bare = component.isAnnotationPresent(OneOrMore.class) && value.isValueNode() && !value.isNull();
        return complete(type, base, bare ? NODES.arrayNode().add(value) : value, path);
    }

    /** What a component is where neither values nor defaults name it. */
    private JsonNode unset(JavaType type, String path) {
        if (type.isReferenceType()) {
            return NODES.nullNode();
        } else if (type.isContainerType()) {
            return type.isMapLikeType() ? NODES.objectNode() : NODES.arrayNode();
        }
        JsonNode defaults = type.isRecordType() ? new RecordShape(type.getRawClass()).defaults() : NOTHING;
        if (defaults.isMissingNode()) {
            throw refusal(path, wording.missing(path));
        }
        return defaults;
    }

    private JsonNode list(JavaType itemType, JsonNode value, String path) {
        if (!value.isArray()) {
            throw refusal(path, wording.wrongType(path, "a list, such as [one, two]", value, NOTHING));
        }
        ArrayNode complete = NODES.arrayNode();
        for (JsonNode item : value) {
            complete.add(part(itemType, NOTHING, item, path + "[" + complete.size() + "]"));
        }
        return complete;
    }

    private JsonNode map(JavaType valueType, JsonNode base, JsonNode value, String path) {
        if (!value.isObject()) {
            throw refusal(path, wording.wrongType(path, "names and values, such as {one: …, two: …}", value, NOTHING));
        }
        ObjectNode complete = NODES.objectNode();
        if (base.isObject() && !mapsReplaced) {
            complete.setAll((ObjectNode) base);
        }
        value.properties().forEach(entry -> {
            String name = entry.getKey();
            String inside = Given.inside(path, name);
            if (!entry.getValue().isNull()) {
                complete.set(name, part(valueType, base.path(name), entry.getValue(), inside));
            } else if (complete.remove(name) == null) { // it takes no default's entry away: something else was meant
                String hint = name.contains(":") ? " In {name: value} a space follows the colon." : "";
                throw refusal(inside, wording.needed(inside, NOTHING) + hint);
            }
        });
        return complete;
    }

    private JsonNode part(JavaType type, JsonNode base, JsonNode part, String path) {
        if (part.isNull()) {
            throw refusal(path, wording.needed(path, NOTHING));
        }
        return complete(type, base, part, path);
    }

    private JsonNode scalar(Class<?> type, JsonNode base, JsonNode value, String path) {
        if (value.isContainerNode()) {
            throw refusal(path, wording.wrongType(path, "one value", value, base));
        }
        try {
            return Scalar.of(type, value);
        } catch (Scalar.NotOfType e) {
            throw refusal(path, wording.wrongType(path, e.getMessage(), value, base));
        }
    }

    private RuntimeException refusal(String path, String what) {
        return given.origin(path).refuse(what);
    }
}

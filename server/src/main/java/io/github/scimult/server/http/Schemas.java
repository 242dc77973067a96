package io.github.scimult.server.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.configuration.OneOrMore;
import io.github.scimult.core.configuration.RecordBinder;
import io.github.scimult.core.storage.Json;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * JSON schemas of records, as OpenAPI 3.1 has them. Each record's schema stands once, among the document's components.
 *
 * @param components the schemas so far, by name
 */
record Schemas(ObjectNode components, Limits limits) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The schema of a response: every component is present, and an empty one is null. */
    ObjectNode ofAnswer(Type type) {
        return of(Json.MAPPER.constructType(type), false);
    }

    /** The schema of a request: optional components may be absent, and values are within their bounds. */
    ObjectNode ofRequest(Class<?> type) {
        return of(Json.MAPPER.constructType(type), true);
    }

    /** The schema of one component of a request, with its bounds. */
    ObjectNode ofRequestPart(RecordComponent component) {
        return bounded(component, of(Json.MAPPER.constructType(component.getGenericType()), true));
    }

    private ObjectNode of(JavaType type, boolean request) {
        Class<?> raw = type.getRawClass();
        if (type.isReferenceType()) {
            ObjectNode content = of(type.getContentType(), request);
            return request ? content : nullable(content);
        } else if (type.isMapLikeType() || raw == Object.class) {
            return raw == Object.class ? NODES.objectNode() : NODES.objectNode().put("type", "object");
        } else if (type.isContainerType()) {
            return NODES.objectNode().put("type", "array").set("items", of(type.getContentType(), request));
        } else if (raw.isSealed()) {
            return choice(raw);
        } else if (type.isRecordType()) {
            return record(raw, request);
        } else if (type.isEnumType()) {
            return constants(raw);
        }
        return simple(raw);
    }

    /** With formats, from which generated clients know that a number is no arbitrary one. */
    private static ObjectNode simple(Class<?> type) {
        ObjectNode schema = NODES.objectNode();
        return switch (type.getSimpleName()) {
            case "String" -> schema.put("type", "string");
            case "boolean", "Boolean" -> schema.put("type", "boolean");
            case "int", "Integer" -> schema.put("type", "integer").put("format", "int32");
            case "long", "Long" -> schema.put("type", "integer").put("format", "int64");
            case "float", "Float" -> schema.put("type", "number").put("format", "float");
            case "double", "Double" -> schema.put("type", "number").put("format", "double");
            default -> throw new IllegalStateException("no schema is known of a " + type.getName());
        };
    }

    private static ObjectNode constants(Class<?> type) {
        ObjectNode schema = NODES.objectNode().put("type", "string");
        ArrayNode names = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(one -> names.add(RecordBinder.nameOf((Enum<?>) one)));
        return schema;
    }

    private static ObjectNode nullable(ObjectNode schema) {
        ObjectNode orNull = NODES.objectNode();
        if (schema.has("type")) {
            orNull.setAll(schema);
            orNull.putArray("type").add(schema.get("type")).add("null");
        } else {
            orNull.putArray("anyOf").add(schema).addObject().put("type", "null");
        }
        return orNull;
    }

    /**
     * The schema of one of several types, told apart by JSON's own. Said by conditions, which validators know, for oneOf lets generators
     * of clients make code that does not compile; this way their clients give the value as it is.
     */
    private ObjectNode choice(Class<?> type) {
        return choice(Arrays.stream(type.getPermittedSubclasses())
                .map(one -> of(Json.MAPPER.constructType(one), false))
                .toList());
    }

    private static ObjectNode choice(List<ObjectNode> schemas) {
        ObjectNode first = schemas.getFirst();
        if (schemas.size() == 1) {
            return first;
        }
        ObjectNode condition = NODES.objectNode();
        condition.putObject("if").set("type", first.get("type"));
        condition.set("then", first);
        return condition.set("else", choice(schemas.subList(1, schemas.size())));
    }

    private static String componentName(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** A reference to a record's schema, which is added on first use. */
    private ObjectNode record(Class<?> type, boolean request) {
        Optional<RecordComponent> value = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                .findFirst();
        if (value.isPresent()) {
            return ofAnswer(value.get().getGenericType());
        }
        String name = componentName(type);
        if (!components.has(name)) {
            ObjectNode schema = components.putObject(name).put("type", "object");
            schema.putObject("properties");
            schema.putArray("required");
            addComponents(type, request, schema);
            JsonIgnoreProperties ignored = type.getAnnotation(JsonIgnoreProperties.class);
            if (request && (ignored == null || !ignored.ignoreUnknown())) {
                schema.put("additionalProperties", false);
            }
        }
        return reference(name);
    }

    private void addComponents(Class<?> type, boolean request, ObjectNode schema) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(InAddress.class)) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addComponents(component.getType(), request, schema);
                continue;
            }
            String name = RecordBinder.nameOf(component);
            boolean mayBeAbsent = mayBeAbsent(component, request);
            JavaType part = Json.MAPPER.constructType(component.getGenericType());
            ObjectNode property =
                    request ? ofRequestPart(component) : of(mayBeAbsent ? part.getContentType() : part, false);
            describe(component, property);
            schema.withObject("/properties").set(name, property);
            if (!mayBeAbsent) {
                schema.withArray("/required").add(name);
            }
        }
    }

    /** Whether a request may omit a component, or a response omits it where it is empty. */
    static boolean mayBeAbsent(RecordComponent component, boolean request) {
        JavaType type = Json.MAPPER.constructType(component.getGenericType());
        if (request) {
            return type.isReferenceType() || (type.isContainerType() && !component.isAnnotationPresent(NotEmpty.class));
        }
        JsonInclude included = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return type.isReferenceType() && included != null && included.value() == JsonInclude.Include.NON_ABSENT;
    }

    private static void describe(RecordComponent component, ObjectNode schema) {
        description(component).ifPresent(text -> schema.put("description", text));
    }

    /**
     * What a component means, in sentences. That one item may stand without its list is told here alone: generators of clients make
     * nothing that can be used of a choice between an item and a list.
     */
    static Optional<String> description(RecordComponent component) {
        Optional<String> meaning = Optional.ofNullable(
                        component.getAccessor().getAnnotation(JsonPropertyDescription.class))
                .map(JsonPropertyDescription::value);
        if (!component.isAnnotationPresent(OneOrMore.class)) {
            return meaning;
        }
        return Optional.of(meaning.map(text -> text + " ").orElse("") + "A single one may stand without a list.");
    }

    private ObjectNode bounded(RecordComponent component, ObjectNode schema) {
        String type = schema.path("type").asText();
        if (type.equals("string") && !schema.has("enum")) {
            if (component.getType() == String.class) {
                schema.put("minLength", 1);
            }
            schema.put("maxLength", limits.textCharacters());
        } else if (type.equals("array")) {
            schema.put("maxItems", limits.texts());
            if (component.isAnnotationPresent(NotEmpty.class)) {
                schema.put("minItems", 1);
            }
        }
        new RequestBounds(limits).bounds(component).ifPresent(bounds -> {
            schema.put("minimum", new BigDecimal(RequestBounds.shown(bounds[0])));
            schema.put("maximum", new BigDecimal(RequestBounds.shown(bounds[1])));
        });
        return schema;
    }
}

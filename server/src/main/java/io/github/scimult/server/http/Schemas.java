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
            ArrayNode choices = NODES.arrayNode();
            Arrays.stream(raw.getPermittedSubclasses()).forEach(choice -> choices.add(ofAnswer(choice)));
            return NODES.objectNode().set("oneOf", choices);
        } else if (type.isRecordType()) {
            return record(raw, request);
        } else if (type.isEnumType()) {
            return constants(raw);
        }
        return NODES.objectNode().put("type", simple(raw));
    }

    private static String simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "string";
            case "boolean", "Boolean" -> "boolean";
            case "int", "Integer", "long", "Long" -> "integer";
            case "float", "Float", "double", "Double" -> "number";
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

    /** A reference to a record's schema, which is added on first use. */
    private ObjectNode record(Class<?> type, boolean request) {
        Optional<RecordComponent> value = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                .findFirst();
        if (value.isPresent()) {
            return ofAnswer(value.get().getGenericType());
        }
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
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
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void addComponents(Class<?> type, boolean request, ObjectNode schema) {
        for (RecordComponent component : type.getRecordComponents()) {
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

    /** What a component means, in a sentence. */
    static Optional<String> description(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonPropertyDescription.class))
                .map(JsonPropertyDescription::value);
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
        if (component.isAnnotationPresent(OneOrMore.class)) {
            ArrayNode choices =
                    NODES.arrayNode().add(schema.get("items").deepCopy()).add(schema);
            return NODES.objectNode().set("anyOf", choices);
        }
        return schema;
    }
}

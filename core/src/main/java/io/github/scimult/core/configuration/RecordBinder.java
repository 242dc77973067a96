package io.github.scimult.core.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes records out of values by name: strictly, so that an unknown name, a value of another type and one that the record's constructor
 * refuses are told with their path, and, for files, their line.
 */
public final class RecordBinder {
    private final Wording wording;
    private final boolean mapsReplaced;

    RecordBinder(Wording wording, boolean mapsReplaced) {
        this.wording = wording;
        this.mapsReplaced = mapsReplaced;
    }

    /**
     * A binder of what requests say.
     *
     * @param noun what a value is called in messages, such as {@code parameter}
     */
    public static RecordBinder ofRequests(String noun) {
        return new RecordBinder(new Wording(noun, "'"), true);
    }

    /**
     * Binds the values of a request. A component that it does not name must be an {@link Optional}, a list or a map; a record whose
     * constructor without parameters gives defaults may be left out in whole or in part.
     *
     * @throws IllegalArgumentException if a name is unknown or missing, or a value is refused
     */
    public <R extends Record> R bind(Class<R> type, ObjectNode values) {
        return bind(type, MissingNode.getInstance(), new Given(values, Origin.REQUEST));
    }

    /** What a record's component is called in documents. */
    public static String nameOf(RecordComponent component) {
        return RecordShape.name(component);
    }

    /** What a constant of an enum is called in documents: {@code in-batch} for {@code IN_BATCH}. */
    public static String nameOf(Enum<?> constant) {
        return SettingsMapper.nameOf(constant);
    }

    /** @param defaults what holds where nothing is given; missing for none */
    <R extends Record> R bind(Class<R> type, JsonNode defaults, Given given) {
        JsonNode complete = new ValueTree(new RecordShape(type), given, wording, mapsReplaced)
                .complete(SettingsMapper.MAPPER.constructType(type), defaults, given.tree(), "");
        try {
            return SettingsMapper.MAPPER.treeToValue(complete, type);
        } catch (JsonMappingException refused) {
            throw refusal(refused, given);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree holds no broken JSON", impossible);
        }
    }

    /** A constructor's refusal, in its words. */
    private RuntimeException refusal(JsonMappingException refused, Given given) {
        Throwable cause = refused.getCause();
        boolean isNull = cause instanceof NullPointerException;
        if (!isNull && !(cause instanceof IllegalArgumentException)) {
            return new IllegalStateException("a record of a configuration cannot be made", refused);
        }
        String path = "";
        JsonNode group = given.tree();
        for (Reference step : refused.getPath()) {
            boolean item = step.getFieldName() == null;
            path = item ? path + "[" + step.getIndex() + "]" : Given.inside(path, step.getFieldName());
            group = item ? group.path(step.getIndex()) : group.path(step.getFieldName());
        }
        String said = Objects.requireNonNullElse(cause.getMessage(), isNull ? "a " + wording.noun() : "")
                + (isNull ? " may not be null" : "");
        return blamed(given, path, group, said)
                .refuse((path.isEmpty() ? "" : wording.named(path) + ": ") + said, cause);
    }

    /** Where the refused value was given: the one that the constructor's words name first, or else the latest that was typed. */
    private static Origin blamed(Given given, String path, JsonNode group, String said) {
        List<String> names = group.propertyStream().map(Map.Entry::getKey).toList();
        Optional<String> named = names.stream()
                .filter(name -> position(said, name) >= 0)
                .min(Comparator.comparingInt(name -> position(said, name)));
        Predicate<String> typed = name -> given.origin(Given.inside(path, name)).typed();
        return named.or(() -> names.stream().filter(typed).reduce((earlier, later) -> later))
                .map(name -> given.origin(Given.inside(path, name)))
                .orElse(given.origin(path));
    }

    /** Where a message mentions a name; negative if it does not. */
    private static int position(String message, String name) {
        Matcher matcher =
                Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)").matcher(message);
        return matcher.find() ? matcher.start() : -1;
    }
}

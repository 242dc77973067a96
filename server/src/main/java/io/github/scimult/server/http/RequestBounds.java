package io.github.scimult.server.http;

import io.github.scimult.core.configuration.RecordBinder;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * The bounds that annotations and the server's limits set to the values of a request. The schemas in the API's description state the
 * same ones.
 */
record RequestBounds(Limits limits) {

    /**
     * Checks a request.
     *
     * @throws ProblemException naming the first value that is out of its bounds
     */
    void check(Record request) {
        for (RecordComponent component : request.getClass().getRecordComponents()) {
            String name = "'" + RecordBinder.nameOf(component) + "'";
            switch (value(component, request)) {
                case String text -> check(name, component, text);
                case List<?> items -> check(name, component, items);
                case Number number -> check(name, component, number);
                case null, default -> {}
            }
        }
    }

    private static Object value(RecordComponent component, Record request) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(request);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the accessor of " + component + " failed", e);
        }
    }

    private void check(String name, RecordComponent component, String text) {
        if (component.getType() == String.class && text.isBlank()) {
            throw ProblemException.wrong(name + " is missing: it is blank");
        }
        if (text.length() > limits.textCharacters()) {
            throw ProblemException.wrong(
                    name + " has " + text.length() + " characters; at most " + limits.textCharacters() + " are read");
        }
    }

    private void check(String name, RecordComponent component, List<?> items) {
        if (items.isEmpty() && component.isAnnotationPresent(NotEmpty.class)) {
            throw ProblemException.wrong(name + " is missing: a text, or a list of texts");
        }
        if (items.size() > limits.texts()) {
            throw ProblemException.wrong(
                    name + " has " + items.size() + " texts; at most " + limits.texts() + " at once");
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Record record) {
                check(record);
            }
            if (items.get(i) instanceof String text && text.length() > limits.textCharacters()) {
                throw ProblemException.wrong(name + " has " + text.length() + " characters in text " + i + "; at most "
                        + limits.textCharacters() + " are read");
            }
        }
    }

    private void check(String name, RecordComponent component, Number number) {
        Optional<double[]> bounds = bounds(component);
        if (bounds.isPresent()
                && !(number.doubleValue() >= bounds.get()[0] && number.doubleValue() <= bounds.get()[1])) {
            throw ProblemException.wrong(name + " must be between " + shown(bounds.get()[0]) + " and "
                    + shown(bounds.get()[1]) + ", not " + shown(number.doubleValue()));
        }
    }

    /** The least and the greatest value of a number. */
    Optional<double[]> bounds(RecordComponent component) {
        if (component.isAnnotationPresent(ResultCount.class)) {
            return Optional.of(new double[] {1, limits.results()});
        }
        return Optional.ofNullable(component.getAnnotation(Range.class))
                .map(range -> new double[] {range.min(), range.max()});
    }

    /** A bound without a needless fraction. */
    static String shown(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}

package io.github.scimult.core.configuration;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The components of a record type: read from a value, or put together to one. */
record RecordShape(Class<? extends Record> type) {

    List<RecordComponent> components() {
        return List.of(type.getRecordComponents());
    }

    List<String> names() {
        return components().stream().map(RecordComponent::getName).toList();
    }

    Object read(RecordComponent component, Record value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the accessor of " + component + " failed", e);
        }
    }

    /**
     * A record by its canonical constructor.
     *
     * @throws Refused if the constructor refuses the values
     */
    Record create(Object[] values) throws Refused {
        Class<?>[] types = components().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return construct(type.getDeclaredConstructor(types), values);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record always has its canonical constructor", e);
        }
    }

    /** What the record's constructor without parameters makes; empty if it has none. */
    Optional<Record> defaults() {
        try {
            return Optional.of(construct(type.getDeclaredConstructor()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (Refused e) {
            throw new IllegalStateException("the defaults of " + type.getName() + " are refused", e);
        }
    }

    private static Record construct(Constructor<? extends Record> constructor, Object... values) throws Refused {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof NullPointerException) {
                throw new Refused(e.getCause());
            }
            throw new IllegalStateException(constructor + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }

    /** The paths of all settings of this name, here and in the groups below. */
    List<String> pathsTo(String name) {
        List<String> paths = new ArrayList<>();
        for (RecordComponent component : components()) {
            if (component.getName().equals(name)) {
                paths.add(name);
            }
            if (component.getType().isRecord()) {
                new RecordShape(component.getType().asSubclass(Record.class))
                        .pathsTo(name).stream()
                                .map(below -> component.getName() + "." + below)
                                .forEach(paths::add);
            }
        }
        return paths;
    }

    /** The components' names, for messages. */
    String listing() {
        return String.join(", ", names());
    }

    /** Values that a record's constructor refused, in its words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(Throwable cause) {
            super(cause instanceof NullPointerException ? missing(cause) : cause.getMessage(), cause);
        }

        private static String missing(Throwable cause) {
            return (cause.getMessage() == null ? "a setting" : cause.getMessage()) + " may not be null";
        }
    }
}

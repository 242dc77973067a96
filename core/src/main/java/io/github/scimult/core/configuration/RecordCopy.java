package io.github.scimult.core.configuration;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Copies of records with some components changed, by name: a record of settings has too many to be told by their positions. */
public final class RecordCopy {
    private RecordCopy() {}

    /**
     * A copy, checked by the record's own constructor.
     *
     * @param changes new values by component
     * @throws IllegalArgumentException if the record refuses a value
     * @throws IllegalStateException if it has no such component, or one of another type
     */
    public static <R extends Record> R with(R record, Map<String, ?> changes) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        Set<String> unknown = new HashSet<>(changes.keySet());
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            types[i] = components[i].getType();
            values[i] = unknown.remove(name) ? changes.get(name) : valueOf(record, components[i]);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(record.getClass().getSimpleName() + " has no component " + unknown);
        }
        return constructed(record, types, values);
    }

    private static Object valueOf(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the component " + component + " cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R constructed(R record, Class<?>[] types, Object[] values) {
        try {
            Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (R) constructor.newInstance(values);
        } catch (java.lang.reflect.InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(refused.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException("a copy of " + record + " cannot be made", e);
        }
    }
}

package io.github.scimult.core.configuration;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns the text of one value into a number, a truth value, a text, a path or a constant of an enum. */
final class ScalarBinder {

    private ScalarBinder() {}

    static boolean binds(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || Number.class.isAssignableFrom(type)
                || type == Boolean.class
                || type == String.class
                || type == Path.class;
    }

    /**
     * The value of a text.
     *
     * @throws NotOfType saying what was expected, if the text is no value of the type
     */
    static Object parse(Class<?> type, String text) throws NotOfType {
        if (type == String.class) {
            return text;
        } else if (type.isEnum()) {
            return constant(type, text);
        } else if (type == Path.class) {
            return path(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return truth(text);
        } else if (type == int.class || type == Integer.class) {
            return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (type == long.class || type == Long.class) {
            return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (type == double.class || type == Double.class) {
            return finite(number(text, "a number").doubleValue());
        } else if (type == float.class || type == Float.class) {
            return (float) finite(number(text, "a number").floatValue());
        }
        throw new IllegalStateException("a configuration cannot hold a " + type.getName());
    }

    /** What a constant of an enum is called in a configuration: {@code in-batch} for {@code IN_BATCH}. */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object constant(Class<?> type, String text) throws NotOfType {
        String wanted = text.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        for (Object constant : type.getEnumConstants()) {
            if (nameOf((Enum<?>) constant).equals(wanted)) {
                return constant;
            }
        }
        throw new NotOfType(Arrays.stream(type.getEnumConstants())
                .map(constant -> nameOf((Enum<?>) constant))
                .collect(Collectors.joining(", ", "one of ", "")));
    }

    private static Path path(String text) throws NotOfType {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new NotOfType("a path");
        }
    }

    private static boolean truth(String text) throws NotOfType {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NotOfType("true or false");
        };
    }

    private static long whole(String text, long least, long most) throws NotOfType {
        BigDecimal number = number(text, "a whole number");
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new NotOfType("a whole number from " + least + " to " + most);
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new NotOfType("a whole number");
        }
    }

    /** Underscores between digits are for the eye alone. */
    private static BigDecimal number(String text, String expected) throws NotOfType {
        try {
            return new BigDecimal(text.strip().replaceAll("(?<=\\d)_(?=\\d)", ""));
        } catch (NumberFormatException e) {
            throw new NotOfType(expected);
        }
    }

    private static double finite(double number) throws NotOfType {
        if (Double.isInfinite(number)) {
            throw new NotOfType("a number of ordinary size");
        }
        return number;
    }

    /** A text is no value of the type; the message says what was expected, such as {@code a whole number}. */
    static final class NotOfType extends Exception {
        private static final long serialVersionUID = 1L;

        NotOfType(String expected) {
            super(expected);
        }
    }
}

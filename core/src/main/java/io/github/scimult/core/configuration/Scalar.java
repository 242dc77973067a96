package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns one value, as written, into a number, a truth value, a text, a path or a constant of an enum. */
final class Scalar {
    private static final int MAX_DIGITS = 1000; // the time to read a number grows with the square of its length

    private Scalar() {}

    /**
     * A value of a type.
     *
     * @throws NotOfType saying what was expected, if it is none
     */
    static JsonNode of(Class<?> type, JsonNode written) throws NotOfType {
        String text = written.asText();
        if (type.isEnum()) {
            return constant(type, text);
        }
        return switch (type.getSimpleName()) {
            case "String", "Path" -> text(written);
            case "boolean", "Boolean" -> truth(text);
            case "int", "Integer" -> IntNode.valueOf((int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "long", "Long" -> LongNode.valueOf(whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
            case "double", "Double" ->
                DoubleNode.valueOf(finite(number(text, "a number").doubleValue()));
            case "float", "Float" ->
                FloatNode.valueOf((float) finite(number(text, "a number").floatValue()));
            default -> throw new IllegalStateException("a configuration cannot hold a " + type.getName());
        };
    }

    private static JsonNode text(JsonNode written) throws NotOfType {
        if (!written.isTextual()) {
            throw new NotOfType("a text");
        }
        return written;
    }

    private static JsonNode constant(Class<?> type, String text) throws NotOfType {
        String wanted = text.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        String[] names = Arrays.stream(type.getEnumConstants())
                .map(constant -> SettingsMapper.nameOf((Enum<?>) constant))
                .toArray(String[]::new);
        if (!Arrays.asList(names).contains(wanted)) {
            throw new NotOfType(Arrays.stream(names).collect(Collectors.joining(", ", "one of ", "")));
        }
        return TextNode.valueOf(wanted);
    }

    private static JsonNode truth(String text) throws NotOfType {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> throw new NotOfType("true or false");
        };
    }

    private static long whole(String text, long min, long max) throws NotOfType {
        BigDecimal number = number(text, "a whole number");
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new NotOfType("a whole number from " + min + " to " + max);
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new NotOfType("a whole number");
        }
    }

    /** Underscores between digits are for the eye alone. */
    private static BigDecimal number(String text, String expected) throws NotOfType {
        if (text.length() > MAX_DIGITS) {
            throw new NotOfType(expected);
        }
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

    /** A value is not of the type; the message says what was expected, such as {@code a whole number}. */
    static final class NotOfType extends Exception {
        private static final long serialVersionUID = 1L;

        NotOfType(String expected) {
            super(expected);
        }
    }
}

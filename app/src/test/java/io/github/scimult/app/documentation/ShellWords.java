package io.github.scimult.app.documentation;

import java.util.regex.Pattern;

/** Takes a call apart as a shell does: texts in quotes stay whole, and what is read from a file is no argument. */
final class ShellWords {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private ShellWords() {}

    static String[] of(String call) {
        return WORD.matcher(call.replaceFirst(" <.*", ""))
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toArray(String[]::new);
    }
}

package io.github.scimult.exchange.citation;

import io.github.scimult.core.text.PlainText;
import java.util.Arrays;
import java.util.List;

/** Keywords in one text. */
final class Keywords {
    private Keywords() {}

    /** Each line or part between semicolons one keyword; commas are part of it. */
    static List<String> lines(String text) {
        return Arrays.stream(text.split("[\\n;]"))
                .map(PlainText::of)
                .map(String::strip)
                .filter(keyword -> !keyword.isEmpty())
                .toList();
    }

    /** At semicolons or line ends if there are any, else at commas. */
    static List<String> split(String text) {
        String separator = text.indexOf(';') >= 0 ? ";" : text.indexOf('\n') >= 0 ? "\n" : ",";
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(keyword -> !keyword.isEmpty())
                .distinct()
                .toList();
    }
}

package io.github.scimult.app.documentation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people read in a file: prose without code, in which a paragraph is one line. */
final class ReadableText {
    private static final Pattern FENCED = Pattern.compile("```\\w+.*?```", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^ +(\\./|/)?(\\w+/)*(scimult|docker|curl|java|python3|bench|rm|tar|git)\\b.*$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK_TARGET = Pattern.compile("\\]\\([^)]*\\)");
    private static final Pattern LINE_BREAK = Pattern.compile("(?<!\n)\n(?=[ \t]*\\S)(?![ \t]*(\\||[-*] |#))");

    /** Comments, text blocks, strings and characters of Java; of strings those with a blank are for people. */
    private static final Pattern JAVA = Pattern.compile(
            "(?<comment>/\\*.*?\\*/|//[^\n]*)|\"\"\"\n(?<block>.*?)\"\"\"|\"(?<string>(?:[^\"\\\\\n]|\\\\.)*)\""
                    + "|'(?:[^'\\\\\n]|\\\\.)+'|(?<end>;)",
            Pattern.DOTALL);

    /** Comments, strings and templates of JavaScript. */
    private static final Pattern SCRIPT = Pattern.compile(
            "(?<comment>/\\*.*?\\*/|(?<!:)//[^\n]*)|(?<string>\"(?:[^\"\\\\\n]|\\\\.)*\"|`[^`]*`)", Pattern.DOTALL);

    private ReadableText() {}

    static String ofMarkdown(String text) {
        String prose = FENCED.matcher(text).replaceAll("\n");
        prose = COMMAND.matcher(prose).replaceAll("");
        prose = CODE.matcher(prose).replaceAll("``");
        return ofPlain(LINK_TARGET.matcher(prose).replaceAll("]"));
    }

    /** Texts in Java that people read: strings, those of one statement behind each other. */
    static String ofJava(String text) {
        StringBuilder prose = new StringBuilder();
        for (Matcher token = JAVA.matcher(text); token.find(); ) {
            if (token.group("block") != null) {
                prose.append(token.group("block")).append('\n');
            } else if (token.group("string") != null && token.group("string").contains(" ")) {
                prose.append(token.group("string").replaceAll("%[nds]", " "));
            } else if (token.group("end") != null) {
                prose.append("\n\n");
            }
        }
        return ofPlain(prose.toString());
    }

    static String ofScript(String text) {
        return SCRIPT.matcher(text.replaceAll("\\$\\{[^}]*\\}", ""))
                .results()
                .map(token -> token.group())
                .filter(token -> token.contains(" "))
                .collect(Collectors.joining("\n\n"));
    }

    /** A page without its styles and markup. */
    static String ofHtml(String text) {
        return ofPlain(text.replaceAll("(?s)<style.*?</style>", "").replaceAll("<[^>]*>", " "));
    }

    static String ofPlain(String text) {
        return LINE_BREAK.matcher(text).replaceAll(" ").replaceAll("[ \t]+", " ");
    }
}

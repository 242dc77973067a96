package io.github.scimult.search.result;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a paper can be read, by its metadata.
 *
 * @param doi from {@code 10.} on, in lower case
 * @param url of http or https: others, such as {@code javascript:}, are no place to read at
 * @param other the rest of the metadata
 */
record PaperLinks(Optional<String> doi, Optional<String> url, Map<String, Object> other) {
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");
    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s\"<>]+");

    static PaperLinks of(Map<String, Object> metadata) {
        Map<String, Object> other = new LinkedHashMap<>(metadata);
        Optional<String> doi = take(other, "doi", DOI).map(found -> found.toLowerCase(Locale.ROOT));
        return new PaperLinks(doi, take(other, "url", URL), other);
    }

    /** Takes a field out, by its name in any case, if its text holds what is looked for. */
    private static Optional<String> take(Map<String, Object> fields, String name, Pattern pattern) {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            Matcher found = pattern.matcher(field.getValue() instanceof String text ? text : "");
            if (field.getKey().equalsIgnoreCase(name) && found.find()) {
                fields.remove(field.getKey());
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }
}

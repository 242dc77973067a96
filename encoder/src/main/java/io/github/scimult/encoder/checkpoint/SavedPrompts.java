package io.github.scimult.encoder.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.json.JsonFile;
import java.util.List;
import java.util.Optional;

/**
 * The prompts of sentence-transformers' {@code config_sentence_transformers.json}: {@code prompts}, by name, and {@code
 * default_prompt_name}. As there, a query has the prompt {@code query}, and a document the first of {@code document}, {@code passage}
 * and {@code corpus}. Where there is none of these, either has the default one, which the library would put before every text.
 */
final class SavedPrompts {
    private static final String PROMPTS = "prompts";
    private static final String DEFAULT = "default_prompt_name";
    private static final String QUERY = "query";
    private static final String DOCUMENT = "document";
    private static final List<String> DOCUMENTS = List.of(DOCUMENT, "passage", "corpus");

    private SavedPrompts() {}

    /**
     * Those that are read; empty where the file names none for either role.
     *
     * @throws BadDataException if a prompt is no text, or the default one is not there
     */
    static Optional<Prompts> read(JsonFile file) {
        JsonNode all = file.root().path(PROMPTS);
        Optional<String> query = prompt(file, all, QUERY);
        Optional<String> document = DOCUMENTS.stream()
                .flatMap(name -> prompt(file, all, name).stream())
                .findFirst();
        if (query.isEmpty() && document.isEmpty()) {
            return byDefault(file, all).map(text -> new Prompts(text, text));
        }
        return Optional.of(new Prompts(query.orElse(""), document.orElse("")));
    }

    private static Optional<String> byDefault(JsonFile file, JsonNode all) {
        JsonNode name = file.root().path(DEFAULT);
        if (!name.isTextual()) {
            return Optional.empty();
        }
        Optional<String> text = prompt(file, all, name.asText());
        if (text.isEmpty()) {
            throw BadDataException.in(
                    file.path(), "'" + DEFAULT + "' is '" + name.asText() + "', which is not among the 'prompts'");
        }
        return text;
    }

    private static Optional<String> prompt(JsonFile file, JsonNode all, String name) {
        JsonNode text = all.path(name);
        if (text.isMissingNode() || text.isNull()) {
            return Optional.empty();
        }
        if (!text.isTextual()) {
            throw BadDataException.in(file.path(), "'prompts." + name + "' is " + text + ", expected a text");
        }
        return Optional.of(text.asText());
    }

    /** Writes prompts as they are read. */
    static void write(Prompts prompts, ObjectNode root) {
        ObjectNode all = root.putObject(PROMPTS);
        if (prompts.areThere()) {
            all.put(QUERY, prompts.query()).put(DOCUMENT, prompts.document());
        }
        root.putNull(DEFAULT);
    }
}

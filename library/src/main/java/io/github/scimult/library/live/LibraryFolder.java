package io.github.scimult.library.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.journal.Journal;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.storage.Utf8File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a library's parts are:
 *
 * <pre>
 * library.json    {"format": 1, "name": "papers", "collection": "collection-1", "index": "index-1"}
 * collection-1/   records and judgements; a newer one, with changes in it, is written beside it
 * changes.jsonl   the changes since, see {@link Journal}
 * index-1/        derived from both; a newer one is built beside it
 * </pre>
 *
 * <p>An index folder without these is a library whose collection lies elsewhere: its journal is in the index's folder.
 *
 * @param root the library's folder
 */
public record LibraryFolder(Path root) {
    private static final String FILE = "library.json";
    private static final String COLLECTION = "collection";
    private static final String INDEX = "index";
    private static final int FORMAT = 1;

    /** Whether there is a whole library, other than a mere index. */
    public boolean isLibrary() {
        return Files.exists(root.resolve(FILE));
    }

    public Journal journal() {
        return new Journal(root);
    }

    /** The name of the collection that the library was made of. */
    public String name() throws IOException {
        return text("name");
    }

    /**
     * The folder of the collection, which changes up to the index's are not necessarily in.
     *
     * @throws BadDataException if this is an index without a collection, or {@code library.json} is none of this version's
     */
    public Path collection() throws IOException {
        if (!isLibrary()) {
            throw new BadDataException(root + " is no library"
                    + (Files.isDirectory(root)
                            ? ", for it has no collection: make " + "one of an index by ./scimult library upgrade"
                            : ": make one by ./scimult index"));
        }
        return root.resolve(text(COLLECTION));
    }

    /**
     * The folder of the index that is served.
     *
     * @throws BadDataException if the library has none, or {@code library.json} is none of this version's
     */
    public Path index() throws IOException {
        if (!isLibrary()) {
            return root;
        }
        if (!hasIndex()) {
            throw new BadDataException(root + " has no index yet: make it by ./scimult library reindex " + root);
        }
        return root.resolve(text(INDEX));
    }

    /** Whether an index is served, or can be. */
    public boolean hasIndex() throws IOException {
        return !isLibrary() || !text(INDEX).isEmpty();
    }

    private String text(String field) throws IOException {
        Path file = root.resolve(FILE);
        try {
            JsonNode json = Json.MAPPER.readTree(Utf8File.read(file));
            if (json.path("format").asInt() != FORMAT || !json.path(field).isTextual()) {
                throw new BadDataException(file + " is not of this version of the program: its format is "
                        + json.path("format") + ", not " + FORMAT);
            }
            return json.path(field).asText();
        } catch (JsonProcessingException damaged) {
            throw new BadDataException(file + " is damaged: " + damaged.getOriginalMessage(), damaged);
        }
    }

    /** Where the first collection is, or the one after the one that is used. */
    public Path nextCollection() throws IOException {
        return next(COLLECTION);
    }

    /** Where the first index is, or the one after the one that is served. */
    public Path nextIndex() throws IOException {
        return next(INDEX);
    }

    /** The collection and the index that are used, and those that come next. */
    public Set<Path> inUse() throws IOException {
        Set<Path> used = new HashSet<>(List.of(nextCollection(), nextIndex(), collection()));
        if (hasIndex()) {
            used.add(index());
        }
        return used;
    }

    /** Whether a folder is a collection or an index of a library. */
    public static boolean isPart(Path folder) {
        return folder.getFileName().toString().matches("(" + COLLECTION + "|" + INDEX + ")-\\d+");
    }

    private Path next(String kind) throws IOException {
        String used = isLibrary() ? text(kind) : "";
        int number = used.isEmpty() ? 0 : Integer.parseInt(used.substring(kind.length() + 1));
        return root.resolve(kind + "-" + (number + 1));
    }

    /**
     * Makes a collection and an index the ones that are used, both at once. Programs that serve the library change over to the index
     * within a second.
     *
     * @param index null for none yet
     */
    public void use(String name, Path collection, Path index) throws IOException {
        String text = Json.indented(Json.MAPPER
                .createObjectNode()
                .put("format", FORMAT)
                .put("name", name)
                .put(COLLECTION, collection.getFileName().toString())
                .put(INDEX, index == null ? "" : index.getFileName().toString()));
        AtomicFile.write(root.resolve(FILE), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}

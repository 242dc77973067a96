package io.github.scimult.model.train;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.example.TextKind;
import io.github.scimult.core.example.TextLengths;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextTokenizer;
import io.github.scimult.core.text.TokenSource;
import io.github.scimult.core.text.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;

/** All texts of a collection as token ids, tokenised once and mapped from a cache. */
final class CollectionTexts implements TextLengths, AutoCloseable {
    private final TokenStore papers;
    private final TokenStore labels;
    private final TokenStore queries;
    private final int sepId;

    private CollectionTexts(TokenStore papers, TokenStore labels, TokenStore queries, int sepId) {
        this.papers = papers;
        this.labels = labels;
        this.queries = queries;
        this.sepId = sepId;
    }

    /**
     * Tokenises a collection, or maps what an earlier run left in the folder.
     *
     * @param cache folder of the token files; made if it is not there
     * @param index tells the collections of a run apart
     */
    static CollectionTexts open(
            LiteratureCollection collection,
            TextTokenizer tokenizer,
            int maxLength,
            Path cache,
            int index,
            TrainingListener listener)
            throws IOException {
        Files.createDirectories(cache);
        Stores stores = new Stores(collection, tokenizer, maxLength, cache, index, listener);
        return new CollectionTexts(
                stores.open(
                        "papers",
                        collection.papers().size(),
                        row -> collection.papers().get(row).segments()),
                stores.open(
                        "labels",
                        collection.labels().size(),
                        row -> collection.labels().get(row).segments()),
                stores.open(
                        "queries",
                        collection.queries().size(),
                        row -> collection.queries().get(row).segments()),
                tokenizer.sepId());
    }

    private record Stores(
            LiteratureCollection collection,
            TextTokenizer tokenizer,
            int maxLength,
            Path cache,
            int index,
            TrainingListener listener) {
        TokenStore open(String kind, int size, IntFunction<SegmentedText> text) throws IOException {
            Path file = cache.resolve("%d-%s-%s.tokens".formatted(index, collection.name(), kind));
            TokenSource source =
                    new TokenSource(tokenizer, maxLength, collection.fingerprint() + "/" + kind, size, text);
            return TokenStore.open(
                    file, source, (done, total) -> listener.tokenising(collection.name() + " " + kind, done, total));
        }
    }

    /** The ids of a text, [CLS] and [SEP] included. */
    int[] ids(TextKind kind, int row) {
        return switch (kind) {
            case LABEL -> labels.ids(row);
            case QUERY -> queries.ids(row);
            case PAPER -> papers.ids(row);
            case TITLE -> title(papers.ids(row));
            case ABSTRACT -> withoutTitle(papers.ids(row));
        };
    }

    @Override
    public int tokens(TextKind kind, int row) {
        return switch (kind) {
            case LABEL -> labels.length(row);
            case QUERY -> queries.length(row);
            case PAPER -> papers.length(row);
            case TITLE, ABSTRACT -> ids(kind, row).length;
        };
    }

    /** Whether a paper has a title and, within its first tokens, an abstract. */
    boolean hasTitleAndAbstract(int row) {
        int[] ids = papers.ids(row);
        return innerSeparator(ids) < ids.length - 1;
    }

    private int[] title(int[] ids) {
        return Arrays.copyOf(ids, innerSeparator(ids) + 1);
    }

    private int[] withoutTitle(int[] ids) {
        int separator = innerSeparator(ids);
        int[] rest = new int[ids.length - separator];
        rest[0] = ids[0];
        System.arraycopy(ids, separator + 1, rest, 1, rest.length - 1);
        return rest;
    }

    /** The index of the first [SEP]: after the title, or the text's last token if there is only one segment. */
    private int innerSeparator(int[] ids) {
        int index = 1;
        while (ids[index] != sepId) {
            index++;
        }
        return index;
    }

    @Override
    public void close() {
        papers.close();
        labels.close();
        queries.close();
    }
}

package io.github.scimult.training.batch;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import io.github.scimult.encoder.tokenizer.TokenSource;
import io.github.scimult.encoder.tokenizer.TokenStore;
import io.github.scimult.training.pair.SalientPhrases;
import io.github.scimult.training.pair.SentenceCrop;
import io.github.scimult.training.pair.TextKind;
import io.github.scimult.training.pair.TextLengths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** All texts of a collection as token ids, tokenised once and mapped from a cache. */
public final class CollectionTexts implements TextLengths, AutoCloseable {
    private final TokenStore papers;
    private final TokenStore labels;
    private final TokenStore queries;
    private final int sepId;
    private final TokenReading reading;
    private final int[] queryPrompt;
    private final int[] documentPrompt;
    private final TokenWords words;
    private SalientPhrases phrases;
    private int[] phraseLengths; // 0 where it is not known

    private CollectionTexts(TokenStore papers, TokenStore labels, TokenStore queries, TokenReading reading) {
        this.papers = papers;
        this.labels = labels;
        this.queries = queries;
        this.reading = reading;
        this.queryPrompt = reading.promptIds(TextRole.QUERY);
        this.documentPrompt = reading.promptIds(TextRole.DOCUMENT);
        this.sepId = reading.tokenizer().sepId();
        this.words = TokenWords.of(reading.tokenizer());
    }

    /**
     * Tokenises a collection, or maps what an earlier run left in the folder.
     *
     * @param cache folder of the token files; made if it is not there
     * @param index tells the collections of a run apart
     */
    public static CollectionTexts open(
            LiteratureCollection collection, TokenReading reading, Path cache, int index, Progress progress)
            throws IOException {
        Files.createDirectories(cache);
        Stores stores = new Stores(collection, reading, cache, index, progress);
        return new CollectionTexts(
                stores.open(
                        "papers",
                        TextRole.DOCUMENT,
                        collection.papers().size(),
                        row -> collection.papers().get(row).segments()),
                stores.open(
                        "labels",
                        TextRole.DOCUMENT,
                        collection.labels().size(),
                        row -> collection.labels().get(row).segments()),
                stores.open(
                        "queries",
                        TextRole.QUERY,
                        collection.queries().size(),
                        row -> collection.queries().get(row).segments()),
                reading);
    }

    /** Is told how far tokenizing is. */
    @FunctionalInterface
    public interface Progress {
        void update(String what, int done, int total);
    }

    private record Stores(
            LiteratureCollection collection, TokenReading reading, Path cache, int index, Progress progress) {
        public TokenStore open(String kind, TextRole role, int size, IntFunction<SegmentedText> text)
                throws IOException {
            Path file = cache.resolve("%d-%s-%s.tokens".formatted(index, collection.name(), kind));
            TokenSource source = new TokenSource(
                    reading.tokenizer(),
                    reading.maxLength(),
                    collection.fingerprint() + "/" + kind + reading.fingerprint(role),
                    size,
                    row -> reading.prompts().before(text.apply(row)));
            return TokenStore.open(
                    file, source, (done, total) -> progress.update(collection.name() + " " + kind, done, total));
        }
    }

    /** The ids of a text, [CLS] and [SEP] included. */
    public int[] ids(TextKind kind, int row) {
        return switch (kind) {
            case LABEL -> labels.ids(row);
            case QUERY -> queries.ids(row);
            case PAPER -> papers.ids(row);
            case TITLE -> asQuery(title(paper(row)));
            case ABSTRACT -> asDocument(withoutTitle(paper(row)));
            case PHRASES -> asQuery(framed(phrases().query(inner(paper(row)))));
            case SENTENCE -> asQuery(sentence(paper(row), row));
            case WITHOUT_SENTENCE -> asDocument(withoutSentence(paper(row), row));
        };
    }

    /** A paper's ids without its prompt. */
    private int[] paper(int row) {
        return TokenReading.without(documentPrompt, papers.ids(row));
    }

    private int[] asQuery(int[] ids) {
        return reading.behind(queryPrompt, ids);
    }

    private int[] asDocument(int[] ids) {
        return reading.behind(documentPrompt, ids);
    }

    @Override
    public int tokens(TextKind kind, int row) {
        return switch (kind) {
            case LABEL -> labels.length(row);
            case QUERY -> queries.length(row);
            case PAPER -> papers.length(row);
            case PHRASES -> phraseTokens(row);
            default -> ids(kind, row).length;
        };
    }

    /** Found once: the phrases of a million papers take minutes, and every epoch asks for their lengths. */
    private int phraseTokens(int row) {
        phrases();
        if (phraseLengths[row] == 0) {
            phraseLengths[row] = ids(TextKind.PHRASES, row).length;
        }
        return phraseLengths[row];
    }

    private boolean hasPhrases(int[] inner, int row) {
        int[] query = phrases.query(inner);
        phraseLengths[row] = asQuery(framed(query)).length;
        return query.length > 0;
    }

    /**
     * Whether a paper, by its row, has within its first tokens a pseudo-query of a kind and what that is to find. May be asked by several
     * threads at once.
     */
    public IntPredicate having(TextKind kind) {
        if (kind == TextKind.PHRASES) {
            phrases(); // counts all papers: for one thread
        }
        return row -> has(kind, row);
    }

    private boolean has(TextKind kind, int row) {
        int[] ids = paper(row);
        boolean hasAbstract = innerSeparator(ids) < ids.length - 1;
        return hasAbstract
                && switch (kind) {
                    case PHRASES -> hasPhrases(inner(ids), row);
                    case SENTENCE -> crop(ids, row) != null;
                    default -> true;
                };
    }

    private SalientPhrases phrases() {
        if (phrases == null) {
            phraseLengths = new int[papers.size()];
            phrases = SalientPhrases.of(papers.size(), row -> inner(paper(row)), words);
        }
        return phrases;
    }

    /** The abstract alone, without [CLS] and [SEP]; empty if there is none. */
    private int[] inner(int[] ids) {
        int separator = innerSeparator(ids);
        return separator == ids.length - 1 ? new int[0] : Arrays.copyOfRange(ids, separator + 1, ids.length - 1);
    }

    private int[] framed(int[] inner) {
        int[] ids = new int[inner.length + 2];
        ids[0] = words.cls();
        System.arraycopy(inner, 0, ids, 1, inner.length);
        ids[ids.length - 1] = sepId;
        return ids;
    }

    private SentenceCrop crop(int[] ids, int row) {
        return SentenceCrop.of(ids, innerSeparator(ids) + 1, ids.length - 1, words::endsSentence, row);
    }

    private int[] sentence(int[] ids, int row) {
        SentenceCrop crop = crop(ids, row);
        return framed(Arrays.copyOfRange(ids, crop.from(), crop.to()));
    }

    private int[] withoutSentence(int[] ids, int row) {
        SentenceCrop crop = crop(ids, row);
        int[] rest = new int[ids.length - (crop.to() - crop.from())];
        System.arraycopy(ids, 0, rest, 0, crop.from());
        System.arraycopy(ids, crop.to(), rest, crop.from(), ids.length - crop.to());
        return rest;
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

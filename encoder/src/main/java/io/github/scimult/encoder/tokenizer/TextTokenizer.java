package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.storage.Sha256;
import io.github.scimult.core.text.SegmentedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Text to token ids, as the encoder reads it: {@code [CLS] title [SEP] abstract [SEP]}, [CLS] and [SEP] being what the model has for
 * them, {@code <s>} and {@code </s>} for RoBERTa. The [SEP] between segments is the special token, put there by this class; the same characters inside a text are text ({@code [}, {@code sep},
 * {@code ]}) unless a method says otherwise. Longer inputs are cut at the end, and the last id is always [SEP].
 *
 * <p>The pieces come from Hugging Face's own library, so the ids are those of the Python tokenizer. Safe for use by many
 * threads at once.
 */
public final class TextTokenizer implements AutoCloseable {
    private static final int DEFAULT_LENGTH = 512;
    private static final int LONGEST = 1_000_000;

    private final TokenizerJson definition;
    private final ObjectNode configuration;
    private final WordTokenizer plain;
    private final TokenSequence sequence;
    private final String fingerprint;

    /** The tokenizer that sees special tokens inside texts; made when it is first asked for. */
    private volatile WordTokenizer marked;

    TextTokenizer(TokenizerJson definition, ObjectNode configuration) throws IOException {
        this.definition = definition;
        this.configuration = configuration;
        this.plain = new WordTokenizer(definition, definition.withoutSpecialTokens());
        SpecialTokens special = definition.special();
        this.sequence = new TokenSequence(definition.id(special.cls()), definition.id(special.sep()));
        this.fingerprint = Sha256.hex(definition.bytes());
    }

    /**
     * Reads a model folder's tokenizer: {@code tokenizer.json}, or else {@code vocab.txt}, or {@code vocab.json} and {@code
     * merges.txt}; with {@code tokenizer_config.json} and {@code special_tokens_map.json} where they are.
     *
     * @throws IOException if there is none, or it is damaged, or of a scheme that is not supported; the message names the file
     */
    public static TextTokenizer load(Path folder) throws IOException {
        return TokenizerFolder.load(folder);
    }

    /**
     * The tokenizer of a {@code tokenizer.json} with the usual special tokens of its scheme.
     *
     * @param name what the file is called in errors
     * @throws IOException if it is damaged or of a scheme that is not supported
     */
    public static TextTokenizer fromJson(byte[] tokenizerJson, String name) throws IOException {
        ObjectNode none = TokenizerFolder.emptyConfiguration();
        return new TextTokenizer(TokenizerJson.parse(tokenizerJson, none, name), none);
    }

    /** As {@link #fromJson(byte[], String)}, called {@code tokenizer.json} in errors. */
    public static TextTokenizer fromJson(byte[] tokenizerJson) throws IOException {
        return fromJson(tokenizerJson, "tokenizer.json");
    }

    /**
     * The ids of a text, special-looking characters inside it taken as text.
     *
     * @param maxLength the most ids to return, [CLS] and [SEP] among them; at least 2
     */
    public int[] encode(SegmentedText text, int maxLength) {
        return encode(text.segments(), maxLength, plain);
    }

    /** As {@link #encode(SegmentedText, int)}, but {@code [SEP]} and its like inside the text are special tokens. */
    public int[] encodeMarked(SegmentedText text, int maxLength) {
        return encode(text.segments(), maxLength, marked());
    }

    /**
     * One string as Hugging Face's tokenizer encodes it: {@code [SEP]} and its like, in exactly this case, are special
     * tokens wherever they stand.
     */
    public int[] encodeMarked(String text, int maxLength) {
        return encode(List.of(text), maxLength, marked());
    }

    /** Many texts at once, on all cores, in their order. */
    public int[][] encodeAll(List<SegmentedText> texts, int maxLength) {
        return IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> encode(texts.get(i), maxLength))
                .toArray(int[][]::new);
    }

    /** As {@link #encodeAll}, but {@code [SEP]} and its like inside the texts are special tokens. */
    public int[][] encodeAllMarked(List<SegmentedText> texts, int maxLength) {
        return IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> encodeMarked(texts.get(i), maxLength))
                .toArray(int[][]::new);
    }

    /**
     * Two texts as a sentence pair, as Hugging Face encodes it for BERT: {@code [SEP]} and its like are special tokens, the longer
     * text is cut first, and an empty second text makes no pair.
     */
    TokenPair encodePair(String first, String second, int maxLength) {
        if (second.isEmpty()) {
            int[] ids = encodeMarked(first, maxLength);
            return new TokenPair(ids, new int[ids.length]);
        }
        return sequence.pair(marked().ids(first), marked().ids(second), maxLength);
    }

    private int[] encode(List<String> segments, int maxLength, WordTokenizer tokenizer) {
        List<int[]> ids = new ArrayList<>(segments.size());
        int length = 0;
        for (String segment : segments) {
            if (length >= maxLength) {
                break;
            }
            int[] next = tokenizer.leadingIds(segment, maxLength - length);
            ids.add(next);
            length += next.length + 1;
        }
        return sequence.join(ids, maxLength);
    }

    private WordTokenizer marked() {
        WordTokenizer present = marked;
        if (present == null) {
            synchronized (this) {
                present = marked == null ? marked = newMarked() : marked;
            }
        }
        return present;
    }

    private WordTokenizer newMarked() {
        try {
            return new WordTokenizer(definition, definition.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id that fills a batch's rows. */
    public int padId() {
        return definition.id(definition.special().pad());
    }

    /** The first id of every input. */
    public int clsId() {
        return sequence.cls();
    }

    /** The id that ends every segment. */
    public int sepId() {
        return sequence.sep();
    }

    /** One more than the highest id. */
    public int vocabularySize() {
        return definition.vocabulary().length;
    }

    /** A token by its id, as the vocabulary spells it; null where an id is unused. */
    public String token(int id) {
        return definition.vocabulary()[id];
    }

    /** What a token stands for in a text: {@code ing} for BERT's {@code ##ing}, {@code graph} for RoBERTa's {@code Ġgraph}. */
    public String text(int id) {
        String token = token(id);
        return token == null ? "" : definition.scheme().text(token);
    }

    /**
     * Whether a token continues the word before it. RoBERTa's vocabulary cannot tell the first word of a text, or one behind a bracket,
     * from the continuation of another.
     */
    public boolean continuesWord(int id) {
        String token = token(id);
        return token != null && !token.isEmpty() && definition.scheme().continuesWord(token);
    }

    /** SHA-256 of all that decides the ids: two tokenizers with one fingerprint give the same ids. */
    public String fingerprint() {
        return fingerprint;
    }

    /** As {@link #save(Path, int)}, with the longest input that the tokenizer was loaded with, 512 if it names none. */
    public void save(Path folder) throws IOException {
        // "No limit" is written as a number of thirty digits.
        double named = configuration.path("model_max_length").asDouble(DEFAULT_LENGTH);
        save(folder, named > LONGEST ? DEFAULT_LENGTH : (int) named);
    }

    /**
     * Writes {@code tokenizer.json}, {@code vocab.txt} or {@code vocab.json} and {@code merges.txt}, {@code tokenizer_config.json} and
     * {@code special_tokens_map.json}: Hugging Face's libraries load the folder.
     *
     * @param maxLength what is written as the model's longest input
     */
    public void save(Path folder, int maxLength) throws IOException {
        TokenizerFolder.save(folder, definition, configuration, maxLength);
    }

    @Override
    public void close() {
        plain.close();
        if (marked != null) {
            marked.close();
        }
    }
}

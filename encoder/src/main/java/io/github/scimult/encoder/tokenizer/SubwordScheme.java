package io.github.scimult.encoder.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a vocabulary spells words that it does not have as a whole. */
enum SubwordScheme {
    /** BERT's: a piece that continues a word begins with {@code ##}, white space is no part of any. */
    WORD_PIECE("WordPiece", "BertTokenizer") {
        @Override
        boolean continuesWord(String token) {
            return token.startsWith(CONTINUES);
        }

        @Override
        String text(String token) {
            return continuesWord(token) ? token.substring(CONTINUES.length()) : token;
        }
    },
    /**
     * RoBERTa's: pieces of UTF-8 text, each byte written as a printable character, the blank as {@code Ġ}; so a piece that begins with
     * {@code Ġ} begins a word.
     */
    BYTE_LEVEL("BPE", "RobertaTokenizer") {
        @Override
        boolean continuesWord(String token) {
            return token.charAt(0) != BLANK && startsLikeAWord(text(token));
        }

        @Override
        String text(String token) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = token.charAt(0) == BLANK ? 1 : 0; i < token.length(); i++) {
                Integer value = BYTES.get(token.charAt(i));
                if (value == null) {
                    return token; // no piece, but a special token
                }
                bytes.write(value);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    };

    private static final String CONTINUES = "##";
    private static final char BLANK = 'Ġ';
    private static final char UNREADABLE = '\ufffd';
    private static final Map<Character, Integer> BYTES = bytes();

    private final String model;
    private final String tokenizerClass;

    SubwordScheme(String model, String tokenizerClass) {
        this.model = model;
        this.tokenizerClass = tokenizerClass;
    }

    /** That of a {@code tokenizer.json}; empty if it is none of these. */
    static Optional<SubwordScheme> of(JsonNode json) {
        String type = json.path("model").path("type").asText(WORD_PIECE.model);
        if (type.equals(WORD_PIECE.model)) {
            return Optional.of(WORD_PIECE);
        }
        boolean bytes = json.path("pre_tokenizer").path("type").asText().equals("ByteLevel");
        return type.equals(BYTE_LEVEL.model) && bytes ? Optional.of(BYTE_LEVEL) : Optional.empty();
    }

    /** The special tokens where no file names them. */
    SpecialTokens special() {
        return this == WORD_PIECE ? SpecialTokens.BERT : SpecialTokens.ROBERTA;
    }

    /** Hugging Face's class of such tokenizers. */
    String tokenizerClass() {
        return tokenizerClass;
    }

    /** Whether a token continues the word before it, as far as it alone can tell. */
    abstract boolean continuesWord(String token);

    /** What a token stands for in a text, without what marks its place in the word. */
    abstract String text(String token);

    /** Whether a text begins with a letter, a digit, or a part of a character that may be one. */
    static boolean startsLikeAWord(String text) {
        return !text.isEmpty() && (Character.isLetterOrDigit(text.codePointAt(0)) || text.charAt(0) == UNREADABLE);
    }

    /** The byte that each character stands for (Radford et al., GPT-2): printable ones for themselves, others from 256 on. */
    private static Map<Character, Integer> bytes() {
        Map<Character, Integer> bytes = new HashMap<>();
        int further = 0;
        for (int value = 0; value < 256; value++) {
            boolean printable =
                    (value >= '!' && value <= '~') || (value >= '¡' && value <= '¬') || (value >= '®' && value <= 'ÿ');
            bytes.put((char) (printable ? value : 256 + further++), value);
        }
        return bytes;
    }
}

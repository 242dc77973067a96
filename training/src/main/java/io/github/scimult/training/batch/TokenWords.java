package io.github.scimult.training.batch;

import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.pair.SalientPhrases;
import java.util.BitSet;
import java.util.Set;

/**
 * Which tokens of a WordPiece vocabulary continue a word, are words, or end a sentence.
 *
 * @param cls the id of [CLS]
 */
record TokenWords(BitSet continuing, BitSet wordLike, BitSet ending, int cls) implements SalientPhrases.Words {
    private static final Set<String> ENDS = Set.of(".", "!", "?");

    static TokenWords of(TextTokenizer tokenizer) {
        BitSet continuing = new BitSet();
        BitSet wordLike = new BitSet();
        BitSet ending = new BitSet();
        for (int id = 0; id < tokenizer.vocabularySize(); id++) {
            String token = tokenizer.token(id);
            continuing.set(id, token.startsWith("##"));
            wordLike.set(id, token.startsWith("##") || Character.isLetterOrDigit(token.codePointAt(0)));
            ending.set(id, ENDS.contains(token));
        }
        return new TokenWords(continuing, wordLike, ending, tokenizer.clsId());
    }

    @Override
    public boolean continues(int token) {
        return continuing.get(token);
    }

    @Override
    public boolean isWord(int token) {
        return wordLike.get(token);
    }

    boolean endsSentence(int token) {
        return ending.get(token);
    }
}

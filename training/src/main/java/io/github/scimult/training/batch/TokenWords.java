package io.github.scimult.training.batch;

import io.github.scimult.encoder.tokenizer.TextTokenizer;
import io.github.scimult.training.pair.SalientPhrases;
import java.util.BitSet;
import java.util.Set;

/**
 * Which tokens of a vocabulary continue a word, are words, or end a sentence.
 *
 * @param cls the id of the token that begins every text
 */
record TokenWords(BitSet continuing, BitSet wordLike, BitSet ending, int cls) implements SalientPhrases.Words {
    private static final Set<String> ENDS = Set.of(".", "!", "?");

    static TokenWords of(TextTokenizer tokenizer) {
        BitSet continuing = new BitSet();
        BitSet wordLike = new BitSet();
        BitSet ending = new BitSet();
        for (int id = 0; id < tokenizer.vocabularySize(); id++) {
            String text = tokenizer.text(id);
            boolean continues = tokenizer.continuesWord(id);
            continuing.set(id, continues);
            wordLike.set(id, continues || (!text.isEmpty() && Character.isLetterOrDigit(text.codePointAt(0))));
            ending.set(id, !continues && ENDS.contains(text));
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

package io.github.scimult.training.batch;

import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.core.text.TextRole;
import io.github.scimult.encoder.architecture.Prompts;
import io.github.scimult.encoder.tokenizer.TextTokenizer;
import java.util.Arrays;

/**
 * How training reads texts.
 *
 * @param tokenizer the base's
 * @param prompts what stands before texts of a role
 * @param maxLength tokens after which a text is cut, those of its prompt included
 */
public record TokenReading(TextTokenizer tokenizer, Prompts prompts, int maxLength) {
    /** The same, but for the length of texts. */
    public TokenReading cutAt(int length) {
        return new TokenReading(tokenizer, prompts, length);
    }

    /** What is known of a role's prompt beside the tokenizer; changes with it. */
    String fingerprint(TextRole role) {
        String prompt = prompts.of(role);
        return prompt.isEmpty() ? "" : "/" + prompt;
    }

    /** The ids of a role's prompt, without [CLS] and [SEP]. */
    int[] promptIds(TextRole role) {
        // The blank at its end belongs to the next word, or to none.
        int[] ids = tokenizer.encode(SegmentedText.of(prompts.of(role).stripTrailing()), maxLength);
        return Arrays.copyOfRange(ids, 1, ids.length - 1);
    }

    /** The ids [CLS] … [SEP] of a text without a prompt, with those of a prompt behind [CLS]; cut like a text, [SEP] being the last. */
    int[] behind(int[] prompt, int[] ids) {
        if (prompt.length == 0) {
            return ids;
        }
        int[] whole = new int[ids.length + prompt.length];
        whole[0] = ids[0];
        System.arraycopy(prompt, 0, whole, 1, prompt.length);
        System.arraycopy(ids, 1, whole, 1 + prompt.length, ids.length - 1);
        int[] cut = Arrays.copyOf(whole, Math.min(maxLength, whole.length));
        cut[cut.length - 1] = ids[ids.length - 1];
        return cut;
    }

    /** The ids of a text that stands behind a prompt, without the prompt's. */
    static int[] without(int[] prompt, int[] ids) {
        if (prompt.length == 0) {
            return ids;
        }
        int[] rest = new int[ids.length - prompt.length];
        rest[0] = ids[0];
        System.arraycopy(ids, 1 + prompt.length, rest, 1, rest.length - 1);
        return rest;
    }
}

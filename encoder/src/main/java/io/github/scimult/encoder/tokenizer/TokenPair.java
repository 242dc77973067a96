package io.github.scimult.encoder.tokenizer;

/**
 * Two texts as BERT's sentence pairs are encoded: {@code [CLS] first [SEP] second [SEP]}.
 *
 * @param ids the token ids
 * @param types for each id, 0 in the first text with its [CLS] and [SEP], 1 in the second
 */
record TokenPair(int[] ids, int[] types) {}

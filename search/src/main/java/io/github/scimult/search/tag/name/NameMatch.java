package io.github.scimult.search.tag.name;

/**
 * How the stems of a label's names are in a text.
 *
 * @param sentences the number of sentences with all stems of one name
 * @param inTitle whether the title is one of them
 * @param tightness the number of a name's stems by the length of the shortest passage that has them all; in (0, 1]
 */
record NameMatch(int sentences, boolean inTitle, double tightness) {
    static final NameMatch NONE = new NameMatch(0, false, 0);

    /** With one sentence more. */
    NameMatch and(boolean title, double tight) {
        return new NameMatch(sentences + 1, inTitle || title, Math.max(tightness, tight));
    }
}

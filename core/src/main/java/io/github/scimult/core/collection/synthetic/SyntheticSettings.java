package io.github.scimult.core.collection.synthetic;

/**
 * What kind of collection {@link SyntheticCollection} makes.
 *
 * @param papers how many, at least 1
 * @param words words in each abstract, at least 1
 * @param topics labels at the bottom of the hierarchy, at least 1; one more for every ten of them stands above
 * @param queries search queries, 0 to {@code papers}
 * @param references the maximum number of earlier papers that a paper cites, half as many on average
 * @param seed the same seed makes the same files
 */
public record SyntheticSettings(int papers, int words, int topics, int queries, int references, long seed) {
    /** Of a paper, unless told otherwise. */
    public static final int REFERENCES = 3;

    public SyntheticSettings {
        requireAtLeast(1, papers, "papers");
        requireAtLeast(1, words, "words");
        requireAtLeast(1, topics, "topics");
        requireAtLeast(0, queries, "queries");
        requireAtLeast(0, references, "references");
        if (queries > papers) {
            throw new IllegalArgumentException("at most one query a paper: " + queries + " for " + papers);
        }
    }

    /** A topic for about every fifty papers (4 to 2,000), a query for every tenth paper. */
    public static SyntheticSettings of(int papers, int words, long seed) {
        return new SyntheticSettings(papers, words, Math.clamp(papers / 50, 4, 2_000), papers / 10, REFERENCES, seed);
    }

    /** The same with more or fewer references. */
    public SyntheticSettings withReferences(int references) {
        return new SyntheticSettings(papers, words, topics, queries, references, seed);
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
    }
}

package io.github.scimult.core.collection.synthetic;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The words of a generated collection: English ones that any paper uses, sampled by Zipf's law, and made-up ones that
 * belong to a topic or to one paper. A word is a function of its number, so none is kept in memory.
 */
final class GeneratedVocabulary {
    /** Made-up words in a topic. */
    static final int TOPIC_WORDS = 24;

    private static final String[] COMMON = """
            the of and a in to we for is that with on are this by as from be an which can results method model data at \
            show using or these our has it approach new between based have such it two study also more not their other \
            different system analysis proposed problem paper used performance was number time first one than both were \
            high algorithm methods models information large present been learning set process only order function when \
            where its many systems structure use given well field most local general important several due observed \
            under state properties compared through effect effects however into case work test over theory some without \
            non each similar provide features non-linear values space experimental measured found complex small second \
            single higher low non-trivial thus we then solution error distribution control obtained energy range class \
            further response current required potential about recent various including possible phase three dynamic \
            terms level rate design estimate standard simple known sample cases region surface temperature parameters \
            framework application applications source form task problems networks training knowledge samples text \
            environment quality network measure human evidence research development growth patients cells expression \
            protein clinical treatment risk associated increased significant among group groups during after population \
            studies developed evaluation review challenges future discuss finally addition consider introduce improve \
            demonstrate investigate propose describe explore suggest indicate reveal enable require achieve reduce \
            support apply extend learn predict identify detect classify retrieve rank compare measure evaluate explain\
            """.split(" ");

    private static final String CONSONANTS = "bdfghklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 15 * 5;

    private final long seed;
    private final double[] commonShares = zipf(COMMON.length);
    private final double[] topicShares = zipf(TOPIC_WORDS);

    GeneratedVocabulary(long seed) {
        this.seed = seed;
    }

    /** A word that any paper may use. */
    String common(SplittableRandom random) {
        return COMMON[draw(commonShares, random)];
    }

    /** A word of a topic, its first ones more often. */
    String ofTopic(int topic, SplittableRandom random) {
        return topicWord(topic, draw(topicShares, random));
    }

    /** The word of a topic at a rank in [0, TOPIC_WORDS); may be a word of another topic, too. */
    String topicWord(int topic, int rank) {
        return made(mix(seed + 31L * topic * TOPIC_WORDS + rank), 3);
    }

    /** A word that hardly any other paper uses but those that cite this one. */
    String ofPaper(int paper) {
        return made(mix(~seed + paper), 4);
    }

    /** A number that looks random, always the same for the same {@code value} (SplitMix64's finaliser). */
    static long mix(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static String made(long number, int syllables) {
        StringBuilder word = new StringBuilder(2 * syllables);
        long rest = number & Long.MAX_VALUE;
        for (int i = 0; i < syllables; i++) {
            int syllable = (int) (rest % SYLLABLES);
            word.append(CONSONANTS.charAt(syllable / 5)).append(VOWELS.charAt(syllable % 5));
            rest /= SYLLABLES;
        }
        return word.toString();
    }

    /** Running sums of shares that fall as 1 / rank. */
    private static double[] zipf(int size) {
        double[] sums = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }
        double all = sum;
        return Arrays.stream(sums).map(value -> value / all).toArray();
    }

    private static int draw(double[] sums, SplittableRandom random) {
        int found = Arrays.binarySearch(sums, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, sums.length - 1);
    }
}

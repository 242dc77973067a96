package io.github.scimult.core.collection.synthetic;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A paper in the making: about one topic or two, citing a few papers before it. Its words tell its topics, and hold the
 * own words of the papers it cites, so that labels, links and queries can be learned from the texts.
 */
final class GeneratedPaper {
    private static final int FIRST_YEAR = 1990;
    private static final int YEARS = 35;
    private static final double TOPIC_SHARE = 0.25;
    private static final double OWN_SHARE = 0.04;

    private final GeneratedVocabulary words;
    private final SplittableRandom random;
    private final int number;
    private final List<Integer> topics;
    private final List<Integer> cited;

    /**
     * @param number the paper's own
     * @param topics the main one first
     * @param cited numbers of papers before it
     */
    GeneratedPaper(
            GeneratedVocabulary words, SplittableRandom random, int number, List<Integer> topics, List<Integer> cited) {
        this.words = words;
        this.random = random;
        this.number = number;
        this.topics = topics;
        this.cited = cited;
    }

    static String id(int number) {
        return "paper-" + number;
    }

    Paper write(SyntheticSettings settings) {
        int year = FIRST_YEAR + (int) ((long) number * YEARS / settings.papers());
        String venue = "Journal of " + capital(words.topicWord(topics.getFirst() / 10 * 10, 0));
        List<String> references = cited.stream().map(GeneratedPaper::id).toList();
        PaperMetadata metadata = new PaperMetadata(year, venue, authors(), references, Map.of());
        return new Paper(id(number), title(), text(settings.words()), metadata);
    }

    private String title() {
        String main = words.ofTopic(topics.getFirst(), random);
        String other = words.ofTopic(topics.getLast(), random);
        return capital(words.common(random)) + " " + main + " " + words.common(random) + " " + words.ofPaper(number)
                + " " + words.common(random) + " " + other;
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(7 * length);
        int toSentenceEnd = 0;
        for (int i = 0; i < length; i++) {
            boolean begins = toSentenceEnd == 0;
            if (begins) {
                toSentenceEnd = 10 + random.nextInt(12);
            }
            String word = word();
            text.append(begins ? capital(word) : word);
            toSentenceEnd--;
            text.append(toSentenceEnd == 0 || i == length - 1 ? ". " : " ");
        }
        return text.toString().strip();
    }

    private String word() {
        double kind = random.nextDouble();
        if (kind < OWN_SHARE) {
            int choice = random.nextInt(cited.size() + 1);
            return words.ofPaper(choice == cited.size() ? number : cited.get(choice));
        }
        if (kind < OWN_SHARE + TOPIC_SHARE) {
            // Two words of three belong to the main topic.
            int topic = random.nextInt(3) < 2 ? topics.getFirst() : topics.getLast();
            return words.ofTopic(topic, random);
        }
        return words.common(random);
    }

    private List<String> authors() {
        List<String> authors = new ArrayList<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            char initial = (char) ('A' + random.nextInt(26));
            authors.add(initial + ". " + capital(words.topicWord(topics.getFirst(), random.nextInt(10))));
        }
        return authors;
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

package io.github.scimult.core.collection.synthetic;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes collections of any size out of nothing, for tests and for measuring: papers about topics, a two-step hierarchy
 * of labels, links, search queries, split 8 : 1 : 1 by query. The texts mean nothing, but labels, links and queries can
 * be learned from their words. The same settings make the same files; written paper by paper, so that a million papers
 * need no memory but for their ids.
 */
public final class SyntheticCollection {
    /** The last papers of a topic that a new one may cite, for each reference that it may have. */
    private static final int RECENT_A_REFERENCE = 4;

    private final SyntheticSettings settings;
    private final CollectionWriter writer;
    private final GeneratedVocabulary words;
    private final List<List<Integer>> recentOfTopic = new ArrayList<>();

    private SyntheticCollection(SyntheticSettings settings, CollectionWriter writer) {
        this.settings = settings;
        this.writer = writer;
        this.words = new GeneratedVocabulary(settings.seed());
    }

    /**
     * Writes a collection.
     *
     * @param folder a new or empty folder
     * @throws IllegalArgumentException if there is something at this place already
     */
    public static void generate(Path folder, SyntheticSettings settings) throws IOException {
        try (CollectionWriter writer = CollectionWriter.create(folder)) {
            SyntheticCollection generator = new SyntheticCollection(settings, writer);
            generator.writeLabels();
            for (int number = 0; number < settings.papers(); number++) {
                generator.writePaper(number);
            }
            writer.commit();
        }
    }

    private void writeLabels() throws IOException {
        for (int field = 0; field * 10 < settings.topics(); field++) {
            writer.add(new Label(fieldId(field), "field of " + words.topicWord(field * 10, 0), ""));
        }
        for (int topic = 0; topic < settings.topics(); topic++) {
            String name = words.topicWord(topic, 0) + " " + words.topicWord(topic, 1);
            String definition = "The study of " + words.topicWord(topic, 0) + " and " + words.topicWord(topic, 2)
                    + " by means of " + words.topicWord(topic, 3) + ", " + words.topicWord(topic, 4) + " and "
                    + words.topicWord(topic, 5) + ".";
            List<String> synonyms = List.of(words.topicWord(topic, 1) + " " + words.topicWord(topic, 0));
            writer.add(new Label(topicId(topic), name, definition, synonyms, List.of(fieldId(topic / 10))));
            recentOfTopic.add(new ArrayList<>());
        }
    }

    private void writePaper(int number) throws IOException {
        SplittableRandom random = new SplittableRandom(GeneratedVocabulary.mix(settings.seed() * 31 + number));
        List<Integer> topics = topics(random);
        List<Integer> candidates = recentOfTopic.get(topics.getFirst());
        List<Integer> cited = choose(candidates, random.nextInt(settings.references() + 1), random);
        writer.add(new GeneratedPaper(words, random, number, topics, cited).write(settings));

        Split split = split(number);
        writeTags(number, split, topics);
        List<Integer> notCited =
                candidates.stream().filter(paper -> !cited.contains(paper)).toList();
        List<Integer> negatives = choose(notCited, 2, random);
        writeLinks(number, split, cited, negatives);
        if (asksQuery(number)) {
            writeQuery(number, split, topics, cited, negatives);
        }
        candidates.add(number);
        if (candidates.size() > RECENT_A_REFERENCE * settings.references()) {
            candidates.removeFirst();
        }
    }

    private List<Integer> topics(SplittableRandom random) {
        // The square makes some topics common and others rare.
        double share = random.nextDouble();
        int main = (int) (share * share * settings.topics());
        int second = random.nextBoolean() ? main : random.nextInt(settings.topics());
        return main == second ? List.of(main) : List.of(main, second);
    }

    private void writeTags(int number, Split split, List<Integer> topics) throws IOException {
        for (int topic : topics) {
            writer.add(Task.CLASSIFICATION, split, new Judgement(GeneratedPaper.id(number), topicId(topic), 1));
        }
        String field = fieldId(topics.getFirst() / 10);
        writer.add(Task.CLASSIFICATION, split, new Judgement(GeneratedPaper.id(number), field, 1));
    }

    private void writeLinks(int number, Split split, List<Integer> cited, List<Integer> negatives) throws IOException {
        for (int other : cited) {
            writer.add(Task.LINK, split, new Judgement(GeneratedPaper.id(number), GeneratedPaper.id(other), 1));
        }
        if (!cited.isEmpty() && !negatives.isEmpty()) {
            String negative = GeneratedPaper.id(negatives.getFirst());
            writer.add(Task.LINK, split, new Judgement(GeneratedPaper.id(number), negative, 0));
        }
    }

    private void writeQuery(int number, Split split, List<Integer> topics, List<Integer> cited, List<Integer> negatives)
            throws IOException {
        String id = "query-" + number;
        String text = words.topicWord(topics.getFirst(), 0) + " " + words.ofPaper(number) + " "
                + words.topicWord(topics.getLast(), 1);
        writer.add(new Query(id, text));
        writer.add(Task.SEARCH, split, new Judgement(id, GeneratedPaper.id(number), 2));
        for (int other : cited) {
            writer.add(Task.SEARCH, split, new Judgement(id, GeneratedPaper.id(other), 1));
        }
        for (int other : negatives) {
            writer.add(Task.SEARCH, split, new Judgement(id, GeneratedPaper.id(other), 0));
        }
    }

    /** Queries are spread evenly over the papers. */
    private boolean asksQuery(int number) {
        long papers = settings.papers();
        return (number + 1L) * settings.queries() / papers > number * (long) settings.queries() / papers;
    }

    private Split split(int number) {
        return switch ((int) Long.remainderUnsigned(GeneratedVocabulary.mix(settings.seed() - number), 10)) {
            case 0 -> Split.DEV;
            case 1 -> Split.TEST;
            default -> Split.TRAIN;
        };
    }

    /** Up to {@code count} of them, none twice. */
    private static List<Integer> choose(List<Integer> candidates, int count, SplittableRandom random) {
        return IntStream.of(RandomSample.positions(candidates.size(), count, random))
                .mapToObj(candidates::get)
                .toList();
    }

    private static String topicId(int topic) {
        return "topic-" + topic;
    }

    private static String fieldId(int field) {
        return "field-" + field;
    }
}

package io.github.scimult.core.eval;

import io.github.scimult.core.collection.LiteratureCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made collection for tests: every paper has two of twelve topics, which are its labels and whose words fill its
 * abstract; papers that share a topic are linked; a search names two words of a topic, papers of that topic are relevant.
 */
final class TopicCollection {
    static final int PAPERS = 160;
    private static final int TOPICS = 12;
    private static final int WORDS_A_TOPIC = 10;

    private final Random random = new Random(11);
    private final int[][] topics = new int[PAPERS][];

    private TopicCollection() {}

    static LiteratureCollection open(Path folder) throws IOException {
        TopicCollection made = new TopicCollection();
        write(folder.resolve("corpus.jsonl"), made.papers());
        write(folder.resolve("labels.jsonl"), made.labels());
        write(folder.resolve("queries.jsonl"), made.queries());
        write(folder.resolve("qrels/classification/dev.tsv"), made.classification());
        write(folder.resolve("qrels/link/dev.tsv"), made.links(0));
        write(folder.resolve("qrels/link/test.tsv"), made.links(1));
        write(folder.resolve("qrels/search/dev.tsv"), made.searches());
        return LiteratureCollection.open(folder);
    }

    private List<String> papers() {
        List<String> lines = new ArrayList<>();
        for (int paper = 0; paper < PAPERS; paper++) {
            int first = random.nextInt(TOPICS);
            topics[paper] = new int[] {first, (first + 1 + random.nextInt(TOPICS - 1)) % TOPICS};
            StringBuilder text = new StringBuilder("We study");
            for (int word = 0; word < 24; word++) {
                text.append(' ')
                        .append(word(random.nextInt(3) == 0 ? random.nextInt(TOPICS) : topics[paper][word % 2]));
            }
            lines.add("{\"_id\": \"p%d\", \"title\": \"On %s\", \"text\": \"%s\"}"
                    .formatted(paper, word(topics[paper][0]), text));
        }
        return lines;
    }

    private String word(int topic) {
        return "topic" + (char) ('a' + topic) + "word" + random.nextInt(WORDS_A_TOPIC);
    }

    private List<String> labels() {
        List<String> lines = new ArrayList<>();
        for (int topic = 0; topic < TOPICS; topic++) {
            String start = "topic" + (char) ('a' + topic) + "word";
            lines.add("{\"_id\": \"l%d\", \"name\": \"%s0\", \"definition\": \"%s1 %s2 %s3\"}"
                    .formatted(topic, start, start, start, start));
        }
        return lines;
    }

    private List<String> queries() {
        List<String> lines = new ArrayList<>();
        for (int query = 0; query < TOPICS; query++) {
            lines.add("{\"_id\": \"q%d\", \"text\": \"%s %s\"}".formatted(query, word(query), word(query)));
        }
        return lines;
    }

    private List<String> classification() {
        List<String> rows = judgements();
        for (int paper = 0; paper < PAPERS / 2; paper++) {
            rows.add("p" + paper + "\tl" + topics[paper][0] + "\t1");
            rows.add("p" + paper + "\tl" + topics[paper][1] + "\t1");
        }
        return rows;
    }

    private List<String> links(int parity) {
        List<String> rows = judgements();
        for (int paper = parity; paper < PAPERS; paper += 2) {
            for (int other = 0; other < PAPERS; other++) {
                if (other != paper && topics[other][0] == topics[paper][0]) {
                    rows.add("p" + paper + "\tp" + other + "\t1");
                }
            }
        }
        return rows;
    }

    private List<String> searches() {
        List<String> rows = judgements();
        for (int query = 0; query < TOPICS; query++) {
            for (int paper = 0; paper < PAPERS; paper++) {
                int grade = topics[paper][0] == query ? 2 : topics[paper][1] == query ? 1 : 0;
                if (grade > 0 || paper % 10 == 0) {
                    rows.add("q" + query + "\tp" + paper + "\t" + grade);
                }
            }
        }
        return rows;
    }

    private static List<String> judgements() {
        return new ArrayList<>(List.of("query-id\tcorpus-id\tscore"));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}

package io.github.scimult.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.encoder.fixture.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example runs as it stands, on sixty generated papers and a tiny encoder, and prints what its first line promises. */
class ExamplesTest {
    private static final int LONGEST = 40;
    private static final String TINY = Golden.path("tiny-bert").toString();

    @TempDir
    private static Path folder;

    private static Path collection;
    private static Path index;
    private static List<String> indexed;

    @BeforeAll
    static void index() throws IOException {
        collection = folder.resolve("papers");
        SyntheticCollection.generate(collection, SyntheticSettings.of(60, 30, 5));
        index = folder.resolve("index");
        indexed = printed(() -> Index.main(new String[] {collection.toString(), TINY, index.toString()}));
    }

    /** A program, as it is started. */
    private interface Program {
        void run() throws IOException;
    }

    private static List<String> printed(Program program) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void trainingPrintsItsStepsAndLeavesAModelThatEmbeds() throws IOException {
        Path model = folder.resolve("model");
        List<String> lines = printed(() -> Train.main(new String[] {
            collection.toString(),
            model.toString(),
            "model.base=" + TINY,
            "model.maxLength=32",
            "variant=vanilla",
            "budget.minutes=0",
            "budget.steps=4",
            "dev.evaluations=1",
            "compute.threads=1",
            "compute.precision=float32"
        }));
        assertThat(lines)
                .filteredOn(line -> line.matches("step \\d: loss \\d+\\.\\d{3}"))
                .hasSize(4);
        assertThat(lines).anyMatch(line -> line.matches("dev mean 0\\.\\d{3}"));
        assertThat(lines).endsWith("the model is in " + model);
        assertThat(printed(() -> Embed.main(new String[] {model.toString()}))).hasSize(3);
    }

    @Test
    void embeddingPrintsTheSimilarityOfEveryPaper() throws IOException {
        List<String> lines = printed(() -> Embed.main(new String[] {"minilm"}));
        assertThat(lines).hasSize(3).allMatch(line -> line.matches("-?[01]\\.\\d{3} .+"));
        assertThat(lines.stream().max(String::compareTo).orElseThrow()).endsWith("Drawing large graphs");
        assertThat(lines.stream().min(String::compareTo).orElseThrow()).endsWith("How much water rice needs");
    }

    @Test
    void indexingPrintsWhatIsInTheIndex() {
        assertThat(indexed).containsExactly("60 papers and 5 labels are in " + index);
    }

    @Test
    void searchingPrintsPapersLabelsAndCitations() throws IOException {
        String title = firstTitle();
        List<String> lines = printed(() -> Search.main(new String[] {index.toString(), title}));
        assertThat(lines).startsWith("found: " + title);
        assertThat(lines).filteredOn(line -> line.startsWith("found: ")).hasSize(3);
        assertThat(lines).filteredOn(line -> line.startsWith("label: ")).isNotEmpty();
        assertThat(lines).filteredOn(line -> line.startsWith("cite: ")).hasSize(3);
    }

    private static String firstTitle() throws IOException {
        String line = Files.readAllLines(collection.resolve("corpus.jsonl")).getFirst();
        return line.replaceFirst(".*\"title\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void noExampleIsLongerThanAPage() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/io/github/scimult/examples"))) {
            assertThat(files.filter(file -> !file.endsWith("package-info.java")).toList())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThanOrEqualTo(LONGEST));
        }
    }
}

package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.app.CommandLineRun;
import io.github.scimult.app.sample.SampleCollection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README.md run on the sample as they are, one after the other, with a tiny model. */
class WalkThroughTest {
    private static final List<String> ROAD =
            List.of("validate", "train", "evaluate", "index", "search", "tag", "cite"); // serve does not end

    @TempDir
    private Path folder;

    private Map<String, List<String>> smaller;

    @Test
    void theRoadOfTheReadmeLeadsFromACollectionToResults() throws IOException {
        prepare();
        assertThat(road()).map(call -> call.split(" ")[0]).containsExactlyElementsOf(ROAD);
        road().forEach(this::run);
        assertThat(folder.resolve("model/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("report/report.html")).isNotEmptyFile();
    }

    @Test
    void thePageOnOnesOwnCollectionTakesTheSameRoad() {
        assertThat(Page.of("docs/own-collection.md").calls())
                .containsAll(road().stream()
                        .map(call -> call.replace("--paper p1", "--paper 17942999"))
                        .toList());
    }

    private static List<String> road() {
        return Page.of("README.md").calls().stream()
                .filter(call -> ROAD.contains(call.split(" ")[0]) && call.contains(" "))
                .toList();
    }

    private void prepare() throws IOException {
        SampleCollection.unpack(folder.resolve("papers"));
        String base = CommandLineRun.tinyBert(folder.resolve("tiny-bert")).toString();
        smaller = Map.of(
                "train",
                List.of(
                        "--steps=2",
                        "--set=model.base=" + base,
                        "--set=compute.precision=float32",
                        "--set=dev.queries=9",
                        "--set=dev.evaluations=0",
                        "--set=hardNegatives.model=0",
                        "--set=merge.alpha=1"),
                "evaluate",
                List.of("--base=" + base, "--precision=float32", "--max-queries=9"),
                "index",
                List.of("--precision=float32"));
    }

    private void run(String call) {
        List<Object> words = new ArrayList<>();
        for (String word : ShellWords.of(call)) {
            words.add(
                    word.matches("(papers|model|report|library)/")
                            ? folder.resolve(word)
                            : word.equals("p1") ? "karpukhin2020dense" : word);
        }
        words.addAll(smaller.getOrDefault(call.split(" ")[0], List.of()));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("We lay out large graphs.".getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLineRun run = CommandLineRun.of(words.toArray());
            assertThat(run.errors()).as(call).isEmpty();
            assertThat(run.exitCode()).as(call).isZero();
        } finally {
            System.setIn(before);
        }
    }
}

package io.github.scimult.app;

import static io.github.scimult.app.CommandLineRun.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.task.Split;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.map.MapFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers that are added to an index, replaced and deleted from the command line, all of it or nothing. */
class IndexMaintenanceTest {
    @TempDir
    private Path folder;

    private Path index;

    @BeforeEach
    void build() throws IOException {
        Path collection = folder.resolve("papers");
        SyntheticCollection.generate(collection, SyntheticSettings.of(12, 10, 5));
        Path base = CommandLineRun.tinyBert(folder.resolve("tiny-bert"));
        index = folder.resolve("index");
        output("index", "--collection", collection, "--model", base, "--out", index, "--precision=float32");
    }

    private String changed(Object... options) {
        Object[] all = new Object[options.length + 4];
        System.arraycopy(new Object[] {"index", "--out", index, "--precision=float32"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return output(all);
    }

    private Path lines(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int papers() {
        String check = changed("--check");
        return Integer.parseInt(check.replaceFirst("(?s)^.*?: (\\d+) papers;.*$", "$1"));
    }

    @Test
    void papersAndLabelsAreAddedAndReplaced() throws IOException {
        Path further = lines(
                "further.jsonl",
                "{\"_id\": \"paper-1\", \"title\": \"Replaced\"}\n{\"_id\": \"new\", \"title\": \"Quetzalcoatl\"}\n");
        assertThat(changed("--add", further)).contains("2 added or replaced, 0 deleted");
        assertThat(papers()).isEqualTo(13);
        assertThat(output("search", index, "quetzalcoatl", "--top", 13)).contains("Quetzalcoatl");
    }

    @Test
    void onlyWhatIsThereIsCountedAsDeletedAndTheRestIsNamed() {
        assertThat(changed("--delete", "paper-1,nobody", "--delete", "paper-2"))
                .contains("2 deleted")
                .contains("not deleted, because there are no such papers: nobody");
        assertThat(papers()).isEqualTo(10);
        assertThat(changed("--delete", "paper-1")).contains("0 deleted", "no such papers: paper-1");
    }

    @Test
    void aBadRecordKeepsTheWholeChangeOut() throws IOException {
        Path bad = lines("bad.jsonl", "{\"_id\": \"new\", \"title\": \"Fine\"}\n{\"title\": \"no id\"}\n");
        CommandLineRun run =
                CommandLineRun.of("index", "--out", index, "--precision=float32", "--delete", "paper-1", "--add", bad);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("bad.jsonl:2", "_id");
        assertThat(papers()).isEqualTo(12);
    }

    @Test
    void anIdThatNoIndexTakesCostsNoOtherRecord() throws IOException {
        Path file = lines(
                "long.jsonl",
                "{\"_id\": \"" + "x".repeat(40_000)
                        + "\", \"title\": \"Lost\"}\n{\"_id\": \"new\", \"title\": \"Fine\"}\n");
        assertThat(changed("--add", file)).contains("1 added or replaced");
        assertThat(papers()).isEqualTo(13);
    }

    @Test
    void aCollectionWithBadRecordsIsIndexedWithoutThemWhereThatIsAskedForAndANewerIndexHasAMapToo() throws IOException {
        Path bad = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(bad.resolve("corpus.jsonl"), "{\"_id\": \"p1\", \"title\": \"Graphs\"}\n{not JSON\n");
        Files.createDirectories(bad.resolve("qrels/link"));
        Files.writeString(bad.resolve("qrels/link/test.tsv"), "query-id\tcorpus-id\tscore\np1\tp2\t1\n");
        Path out = folder.resolve("library");
        Object[] command = {
            "index", "--collection", bad, "--model", folder.resolve("tiny-bert"), "--out", out, "--precision=float32"
        };
        CommandLineRun refused = CommandLineRun.of(command);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("corpus.jsonl:2", "--skip-bad-records");
        Object[] skipping = Arrays.copyOf(command, command.length + 1);
        skipping[command.length] = "--skip-bad-records";
        for (int time = 0; time < 2; time++) { // the second finds all done
            output(skipping);
        }
        output("index", "--out", out, "--map", "--precision=float32");
        output("library", "reindex", out, "--precision=float32");
        Path newer = new LibraryFolder(out).index();
        assertThat(newer.getFileName()).hasToString("index-2");
        assertThat(MapFile.isIn(newer)).isTrue();
        assertThat(LiteratureIndex.facts(newer).splits()).containsExactlyInAnyOrder(Split.values());
        assertThat(output("search", out, "graphs")).contains("Graphs");
    }

    @Test
    void queriesAreNoPartOfAnIndex() throws IOException {
        Path queries = lines("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"graphs\"}\n");
        CommandLineRun run = CommandLineRun.of("index", "--out", index, "--precision=float32", "--add", queries);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("queries.jsonl", "papers and labels");
        assertThat(papers()).isEqualTo(12);
    }

    @Test
    void theCheckSaysForEachTaskWhatIsFound() {
        assertThat(changed("--check").lines().filter(line -> line.endsWith("%")))
                .hasSize(3)
                .allMatch(line -> line.matches("  (classification|link|search) +100\\.0 %"));
    }
}

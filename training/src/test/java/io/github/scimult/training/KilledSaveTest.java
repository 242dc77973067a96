package io.github.scimult.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.training.fixture.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves that dies while it saves, at each stage; the run goes on from it to the same bits. */
class KilledSaveTest {
    private static final int ALL = Integer.MAX_VALUE;

    /** A number that no process has. */
    private static final String DEAD = "999999999-1";

    @TempDir
    private static Path shared;

    private static Path collection;
    private static Map<String, Object> expected;
    private static byte[] expectedResult;

    @TempDir
    private Path temporary;

    private TinyRun run;

    @BeforeAll
    static void trainWithoutAnInterruption() throws IOException {
        collection = TinyRun.collection(shared.resolve("papers"), 40);
        TinyRun whole = new TinyRun(shared.resolve("whole"), collection, "dev.everySteps=5", "budget.steps=12");
        whole.start(ALL);
        expected = whole.state();
        expectedResult = whole.result();
    }

    @BeforeEach
    void trainAHalf() throws IOException {
        run = new TinyRun(temporary.resolve("run"), collection, "dev.everySteps=5", "budget.steps=12");
        run.start(7);
    }

    @Test
    void whileItFillsTheFolderBeside() throws IOException {
        Path beside = training(".latest." + DEAD + ".part");
        copy(run.latest(), beside);
        Files.writeString(beside.resolve("optimizer.safetensors"), "half");
        Files.delete(beside.resolve("state.json"));
        goesOnToTheSameBits();
    }

    @Test
    void whileItWritesAFileInTheFolderBeside() throws IOException {
        Path beside = training(".latest." + DEAD + ".part");
        Files.createDirectories(beside);
        Files.writeString(beside.resolve(".model.safetensors." + DEAD + ".part"), "half");
        goesOnToTheSameBits();
    }

    @Test
    void betweenTheRenamesOfTheOldFolderAndTheNew() throws IOException {
        copy(run.latest(), training(".latest." + DEAD + ".part"));
        Files.move(run.latest(), training(".latest.old"));
        goesOnToTheSameBits();
    }

    @Test
    void beforeItDeletesTheOldFolder() throws IOException {
        copy(run.latest(), training(".latest.old"));
        goesOnToTheSameBits();
    }

    @Test
    void whileItDeletesTheOldFolder() throws IOException {
        copy(run.latest(), training(".latest.old"));
        Files.delete(training(".latest.old").resolve("config.json"));
        Files.delete(training(".latest.old").resolve("model.safetensors"));
        goesOnToTheSameBits();
    }

    @Test
    void betweenTheRenamesOfTheBest() throws IOException {
        copy(run.files().best(), training(".best." + DEAD + ".part"));
        Files.move(run.files().best(), training(".best.old"));
        goesOnToTheSameBits();
    }

    @Test
    void betweenTheLastStepAndTheResult() throws IOException {
        run.resume(ALL);
        Files.delete(run.folder().resolve("manifest.json"));
        Files.delete(run.folder().resolve("config.json"));
        Files.move(
                run.folder().resolve("model.safetensors"),
                run.folder().resolve(".model.safetensors." + DEAD + ".part"));
        goesOnToTheSameBits();
    }

    @Test
    void whileItTokenises() throws IOException {
        TinyRun.delete(run.latest());
        try (Stream<Path> tokens = Files.list(run.files().cache())) {
            for (Path file : tokens.toList()) {
                Files.writeString(file.resolveSibling("." + file.getFileName() + "." + DEAD + ".part"), "half");
                Files.delete(file);
            }
        }
        goesOnToTheSameBits();
    }

    private void goesOnToTheSameBits() throws IOException {
        assertThat(run.resume(ALL)).isTrue();
        ResumeTest.sameBits(run.state(), expected);
        assertThat(run.result()).isEqualTo(expectedResult);
        try (Stream<Path> all = Files.walk(run.folder())) {
            List<String> left = all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".part") || name.endsWith(".old"))
                    .toList();
            assertThat(left).as("left behind").isEmpty();
        }
    }

    private Path training(String name) {
        return run.files().training().resolve(name);
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, into.resolve(from.relativize(one)));
            }
        }
    }
}

package io.github.scimult.library.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.library.upkeep.LibraryCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that change one library are killed, one while the other goes on: what they were told is written, is there. */
class LibraryKillTest {
    private static final int KILLS = 3;
    private static final long SEED = 11;

    @TempDir
    private Path folder;

    private static Process writer(Path root, String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        root.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void readUntil(int lines, BufferedReader from, List<String> to) throws IOException {
        for (int line = 0; line < lines; line++) {
            to.add(from.readLine());
        }
    }

    /** Leaves what it has said to be read, unlike {@link Process#destroyForcibly}. */
    private static void kill(Process process) throws InterruptedException {
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        process.waitFor();
    }

    @Test
    void whatWasAcknowledgedOutlivesEveryKill() throws Exception {
        LibraryFolder place = LibraryFixture.library(folder);
        SplittableRandom chance = new SplittableRandom(SEED);
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process one = writer(place.root(), "a" + kill + "-");
            Process other = writer(place.root(), "b" + kill + "-");
            try (BufferedReader ofOne = one.inputReader(StandardCharsets.UTF_8);
                    BufferedReader ofOther = other.inputReader(StandardCharsets.UTF_8)) {
                readUntil(1 + chance.nextInt(8), ofOne, acknowledged);
                kill(one);
                readUntil(1 + chance.nextInt(8), ofOther, acknowledged);
                kill(other);
                ofOne.lines().forEach(acknowledged::add);
                ofOther.lines().forEach(acknowledged::add);
            }
        }
        assertThat(acknowledged).doesNotContainNull().hasSizeGreaterThanOrEqualTo(2 * KILLS);
        try (LiveLibrary library = LiveLibrary.open(place.root(), LibraryFixture::open)) {
            List<String> labelled = new ArrayList<>();
            for (String id : acknowledged) {
                library.read(served -> served.index().paper(id))
                        .ifPresent(paper -> labelled.add(paper.id() + " " + paper.labels()));
            }
            assertThat(labelled)
                    .isEqualTo(acknowledged.stream().map(id -> id + " [g]").toList());
            assertThat(library.feedback()).extracting(Verdict::asked).containsAll(acknowledged);
        }
        LibraryCheck.Outcome check = LibraryCheck.run(place);
        assertThat(check.missing()).isEmpty();
        assertThat(check.surplus()).isEmpty();
    }
}

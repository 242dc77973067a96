package io.github.scimult.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judgements wait on the disk, and nothing of them stays. */
class PendingJudgementsTest {
    @Test
    void theyComeBackInTheirOrderAndAreGoneAtTheEnd() throws IOException {
        List<String> taken = new ArrayList<>();
        Path file;
        try (PendingJudgements pending = new PendingJudgements()) {
            pending.add(Task.LINK, "a", "b", 1);
            pending.add(Task.CLASSIFICATION, "a", "größe", 0);
            file = pending.file();
            for (int time = 0; time < 2; time++) {
                pending.forEach((task, query, candidate, score) -> taken.add(task + query + candidate + score));
            }
        }
        assertThat(taken).containsExactly("linkab1", "classificationagröße0", "linkab1", "classificationagröße0");
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void theyLieInAFolderThatTheNextProgramRemovesAfterAKill() throws IOException {
        try (PendingJudgements pending = new PendingJudgements()) {
            pending.add(Task.LINK, "a", "b", 1);
            Path folder = pending.file().getParent();
            assertThat(folder.getFileName().toString()).matches("scimult-[0-9a-f]{16}");
            assertThat(folder.resolveSibling(folder.getFileName() + ".lock")).exists();
        }
    }
}

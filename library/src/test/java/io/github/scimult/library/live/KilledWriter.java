package io.github.scimult.library.live;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that changes a library without end, and says what was acknowledged. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        String prefix = arguments[1];
        try (LiveLibrary library = LiveLibrary.open(root, LibraryFixture::open)) {
            for (int number = 1; ; number++) {
                String id = prefix + number;
                library.write(List.of(
                        new Change.PutPaper(new Paper(id, "Written by " + prefix, "")),
                        new Change.JudgeLabel(id, "g", LabelDecision.ASSIGNED)));
                library.give(new Verdict(Task.SEARCH, id, "1", true));
                System.out.println(id);
            }
        }
    }
}

package io.github.scimult.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private static Change put(String id) {
        return new Change.PutPaper(new Paper(id, "Title of " + id, ""));
    }

    private static List<ChangeSet> all(Journal journal, long after) throws IOException {
        List<ChangeSet> sets = new ArrayList<>();
        try (JournalReader reader = journal.after(after)) {
            for (Optional<ChangeSet> set = reader.next(); set.isPresent(); set = reader.next()) {
                sets.add(set.get());
            }
        }
        return sets;
    }

    private static List<Long> numbers(Journal journal, long after) throws IOException {
        return all(journal, after).stream().map(ChangeSet::number).toList();
    }

    @Test
    void everyKindOfChangeIsReadAsItWasWritten() throws IOException {
        PaperMetadata metadata = new PaperMetadata(
                1999, "IEEE \"VIS\"", List.of("Jörg Müller"), List.of("2"), Map.of("doi", "10.1/x", "pages", 7));
        List<Change> changes = List.of(
                new Change.PutPaper(new Paper("1", "Graphs\n& trees", "\u2028 a text 😀", metadata)),
                new Change.PutLabel(new Label("g", "graphs", "with edges", List.of("networks"), List.of("m"))),
                new Change.DeletePaper("3"),
                new Change.DeleteLabel("t"),
                new Change.MergeLabel("n", "g"),
                new Change.JudgeLabel("1", "g", LabelDecision.REJECTED),
                new Change.GiveFeedback(new Verdict(Task.SEARCH, "drawing graphs", "1", true)),
                new Change.GiveFeedback(new Verdict(Task.LINK, "1", "2", false)));
        Journal journal = new Journal(folder);
        assertThat(journal.append(changes)).isEqualTo(1);
        assertThat(all(journal, 0).getFirst().changes()).isEqualTo(changes);
        assertThat(Files.readAllLines(journal.file())).hasSize(1);
    }

    @Test
    void aReaderBeginsBehindWhatItKnowsAndSeesWhatComesLater() throws IOException {
        Journal journal = new Journal(folder);
        assertThat(journal.last()).isZero();
        try (JournalReader reader = journal.after(1)) {
            assertThat(reader.next()).isEmpty();
            journal.append(List.of(put("1")));
            assertThat(reader.next()).isEmpty();
            journal.append(List.of(put("2")));
            assertThat(reader.next()).map(ChangeSet::number).contains(2L);
            assertThat(reader.next()).isEmpty();
        }
        assertThat(journal.last()).isEqualTo(2);
    }

    @Test
    void aLineThatAKilledWriterHadBegunIsNoChangeAndIsWrittenOver() throws IOException {
        Journal journal = new Journal(folder);
        journal.append(List.of(put("1")));
        Files.writeString(journal.file(), "{\"n\":2,\"time\":\"…\",\"changes\":[{\"put", StandardOpenOption.APPEND);
        try (JournalReader reader = journal.after(0)) {
            assertThat(reader.next()).map(ChangeSet::number).contains(1L);
            assertThat(reader.next()).isEmpty();
            assertThat(journal.append(List.of(put("other")))).isEqualTo(2);
            assertThat(reader.next().orElseThrow().changes()).containsExactly(put("other"));
        }
    }

    @Test
    void aLineThatIsNoneOfAJournalIsToldWithItsPlace() throws IOException {
        Journal journal = new Journal(folder);
        journal.append(List.of(put("1")));
        Files.writeString(
                journal.file(), "{\"n\":2,\"changes\":[{\"explode\":\"paper\"}]}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> all(journal, 0))
                .hasMessageContaining("changes.jsonl, byte ")
                .hasMessageContaining("does not know: explode paper");
    }

    @Test
    void manyThreadsAndSeveralProgramsAppendWithoutLosingOrMixingLines() throws Exception {
        int writers = 8;
        int each = 25;
        List<Future<List<Long>>> given = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                Journal own = new Journal(folder);
                String name = "w" + writer + "-";
                given.add(threads.submit(() -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        numbers.add(own.append(List.of(put(name + i))));
                    }
                    return numbers;
                }));
            }
        }
        List<Long> acknowledged = new ArrayList<>();
        for (Future<List<Long>> numbers : given) {
            acknowledged.addAll(numbers.get());
        }
        Journal journal = new Journal(folder);
        assertThat(numbers(journal, 0))
                .isEqualTo(LongStream.rangeClosed(1, writers * each).boxed().toList());
        assertThat(acknowledged).hasSize(writers * each).doesNotHaveDuplicates();
    }

    @Test
    void compactingKeepsFeedbackLaterChangesAndTheCount() throws IOException {
        Journal journal = new Journal(folder);
        Verdict verdict = new Verdict(Task.SEARCH, "graphs", "1", true);
        journal.append(List.of(put("1")));
        journal.append(List.of(new Change.GiveFeedback(verdict)));
        journal.append(List.of(put("3")));
        journal.append(List.of(put("4")));
        try (JournalReader reader = journal.after(3)) {
            assertThat(reader.next()).map(ChangeSet::number).contains(4L);
            journal.compact(3);
            assertThat(numbers(journal, 0)).containsExactly(2L, 3L, 4L);
            assertThat(all(journal, 2).getFirst().changes()).isEmpty();
            assertThat(journal.append(List.of(put("5")))).isEqualTo(5);
            assertThat(reader.next()).map(ChangeSet::number).contains(5L);
        }
        journal.compact(5);
        journal.compact(5);
        assertThat(journal.append(List.of(put("6")))).isEqualTo(6);
        assertThat(journal.feedback()).containsExactly(verdict);
    }

    @Test
    void ofSeveralVerdictsOnOneResultTheLastCounts() throws IOException {
        Journal journal = new Journal(folder);
        Verdict useful = new Verdict(Task.SEARCH, "graphs", "1", true);
        Verdict useless = new Verdict(Task.SEARCH, "graphs", "1", false);
        Verdict other = new Verdict(Task.CLASSIFICATION, "1", "g", true);
        for (Verdict verdict : List.of(useful, other, useless)) {
            journal.append(List.of(new Change.GiveFeedback(verdict)));
        }
        assertThat(journal.feedback()).containsExactly(useless, other);
    }

    @Test
    void aLineOfManyMegabytesIsReadWhole() throws IOException {
        Journal journal = new Journal(folder);
        String text = "graph ".repeat(700_000);
        journal.append(List.of(new Change.PutPaper(new Paper("1", "Graphs", text)), put("2")));
        journal.append(List.of(put("3")));
        assertThat(journal.last()).isEqualTo(2);
        assertThat(all(journal, 0).getFirst().changes()).hasSize(2);
        assertThat(numbers(journal, 1)).containsExactly(2L);
    }
}

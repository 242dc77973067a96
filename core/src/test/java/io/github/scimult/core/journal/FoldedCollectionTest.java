package io.github.scimult.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldedCollectionTest {
    @TempDir
    private Path folder;

    private Journal journal;
    private int written;

    @BeforeEach
    void writeCollection() throws IOException {
        journal = new Journal(folder);
        try (CollectionWriter writer = CollectionWriter.create(folder.resolve("papers"))) {
            for (String id : List.of("1", "2", "3", "4")) {
                writer.add(new Paper(
                        id,
                        "Title " + id,
                        "",
                        new PaperMetadata(2000, "", List.of(), List.of(), Map.of("doi", "10/" + id))));
            }
            for (String id : List.of("a", "b", "c")) {
                writer.add(new Label(id, "label " + id, ""));
            }
            writer.add(new Query("q", "titles"));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("1", "a", 1));
            writer.add(Task.CLASSIFICATION, Split.TRAIN, new Judgement("2", "b", 1));
            writer.add(Task.CLASSIFICATION, Split.DEV, new Judgement("3", "a", 1));
            writer.add(Task.LINK, Split.TRAIN, new Judgement("1", "2", 1));
            writer.add(Task.SEARCH, Split.TRAIN, new Judgement("q", "4", 1));
            writer.commit();
        }
    }

    /** The collection after the journal, folded in once. */
    private Path folded() throws IOException {
        Path out = folder.resolve("folded-" + ++written);
        try (LiteratureCollection collection = LiteratureCollection.open(folder.resolve("papers"))) {
            FoldedCollection.of(collection, journal, journal.last()).writeForLibrary(out);
        }
        return out;
    }

    private static List<String> judged(LiteratureCollection collection, Task task) {
        List<String> lines = new ArrayList<>();
        for (Split split : collection.splits(task)) {
            Judgements judgements = collection.judgements(task, split);
            for (int query = 0; query < judgements.queries(); query++) {
                int[] rows = judgements.candidateRows(query);
                for (int i = 0; i < rows.length; i++) {
                    boolean labels = task.equals(Task.CLASSIFICATION);
                    lines.add("%s %s %s %d"
                            .formatted(
                                    split.lowerCaseName(),
                                    task.equals(Task.SEARCH)
                                            ? "q"
                                            : collection.papers().id(judgements.queryRow(query)),
                                    labels
                                            ? collection.labels().id(rows[i])
                                            : collection.papers().id(rows[i]),
                                    judgements.scores(query)[i]));
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    private static TreeSet<String> papers(LiteratureCollection collection) {
        TreeSet<String> ids = new TreeSet<>();
        for (int row = 0; row < collection.papers().size(); row++) {
            ids.add(collection.papers().id(row) + " "
                    + collection.papers().get(row).title());
        }
        return ids;
    }

    @Test
    void withoutChangesItIsTheSameCollection() throws IOException {
        try (LiteratureCollection before = LiteratureCollection.open(folder.resolve("papers"));
                LiteratureCollection after = LiteratureCollection.open(folded())) {
            assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        }
    }

    @Test
    void papersArePutReplacedAndDeletedWithAllTheirMetadata() throws IOException {
        Paper replaced = new Paper(
                "2", "New title", "", new PaperMetadata(2001, "", List.of(), List.of(), Map.of("url", "https://x")));
        journal.append(List.of(new Change.PutPaper(replaced), new Change.DeletePaper("4")));
        journal.append(List.of(new Change.PutPaper(new Paper("5", "first", "")), new Change.DeletePaper("1")));
        journal.append(List.of(new Change.PutPaper(new Paper("5", "second", ""))));
        try (LiteratureCollection after = LiteratureCollection.open(folded())) {
            assertThat(papers(after)).containsExactly("2 New title", "3 Title 3", "5 second");
            assertThat(after.papers().get(after.papers().row("2"))).isEqualTo(replaced);
            assertThat(after.papers().get(after.papers().row("3")).metadata().other())
                    .containsEntry("doi", "10/3");
            assertThat(judged(after, Task.CLASSIFICATION)).containsExactly("dev 3 a 1", "train 2 b 1");
            assertThat(judged(after, Task.LINK)).isEmpty();
            assertThat(judged(after, Task.SEARCH)).isEmpty();
        }
    }

    @Test
    void decisionsBecomeJudgementsOfThePapersOwnSplit() throws IOException {
        journal.append(List.of(
                new Change.JudgeLabel("3", "b", LabelDecision.ASSIGNED),
                new Change.JudgeLabel("3", "a", LabelDecision.REJECTED),
                new Change.JudgeLabel("4", "c", LabelDecision.ASSIGNED),
                new Change.JudgeLabel("2", "b", LabelDecision.CLEARED),
                new Change.JudgeLabel("9", "b", LabelDecision.ASSIGNED),
                new Change.JudgeLabel("2", "z", LabelDecision.ASSIGNED)));
        try (LiteratureCollection after = LiteratureCollection.open(folded())) {
            assertThat(judged(after, Task.CLASSIFICATION))
                    .containsExactly("dev 3 a 0", "dev 3 b 1", "train 1 a 1", "train 4 c 1");
        }
    }

    @Test
    void mergedLabelsAreCarriedByTheOtherNameAndDeletedOnesByNobody() throws IOException {
        journal.append(List.of(new Change.JudgeLabel("4", "a", LabelDecision.ASSIGNED)));
        journal.append(List.of(new Change.MergeLabel("a", "b"), new Change.MergeLabel("c", "nowhere")));
        try (LiteratureCollection after = LiteratureCollection.open(folded())) {
            assertThat(judged(after, Task.CLASSIFICATION))
                    .containsExactly("dev 3 b 1", "train 1 b 1", "train 2 b 1", "train 4 b 1");
            assertThat(after.labels().row("a")).isEqualTo(-1);
            assertThat(after.labels().row("c")).isNotNegative();
        }
        journal.append(List.of(new Change.DeleteLabel("b"), new Change.PutLabel(new Label("b", "anew", ""))));
        try (LiteratureCollection after = LiteratureCollection.open(folded())) {
            assertThat(judged(after, Task.CLASSIFICATION)).isEmpty();
            assertThat(after.labels().get(after.labels().row("b")).name()).isEqualTo("anew");
        }
    }

    @Test
    void aPaperThatWasDeletedAndComesAgainHasNothingOfWhatWasJudgedBefore() throws IOException {
        journal.append(List.of(new Change.DeletePaper("1")));
        journal.append(List.of(new Change.PutPaper(new Paper("1", "Again", ""))));
        journal.append(List.of(new Change.JudgeLabel("1", "c", LabelDecision.ASSIGNED)));
        try (LiteratureCollection after = LiteratureCollection.open(folded())) {
            assertThat(judged(after, Task.CLASSIFICATION)).containsExactly("dev 3 a 1", "train 1 c 1", "train 2 b 1");
            assertThat(judged(after, Task.LINK)).isEmpty();
        }
    }

    @Test
    void whatALibrarysCollectionHasAlreadyIsNotFoldedInAgain() throws IOException {
        journal.append(List.of(new Change.PutLabel(new Label("n", "new", ""))));
        journal.append(List.of(new Change.MergeLabel("n", "b"), new Change.DeleteLabel("b")));
        Path once = folded();
        assertThat(FoldedCollection.changeIn(once)).isEqualTo(2);
        journal.append(List.of(new Change.PutPaper(new Paper("5", "later", ""))));
        Path twice = folder.resolve("twice");
        try (LiteratureCollection collection = LiteratureCollection.open(once)) {
            FoldedCollection.of(collection, journal, journal.last()).writeForLibrary(twice);
        }
        try (LiteratureCollection after = LiteratureCollection.open(twice);
                LiteratureCollection atOnce = LiteratureCollection.open(folded())) {
            assertThat(after.fingerprint()).isEqualTo(atOnce.fingerprint());
            assertThat(after.labels().row("n")).isEqualTo(-1);
        }
    }
}

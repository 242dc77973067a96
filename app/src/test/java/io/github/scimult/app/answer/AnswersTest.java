package io.github.scimult.app.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.app.sample.SampleCollection;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.training.event.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
    private static final TextEncoder LETTERS = new LetterPairs();

    @TempDir
    private Path folder;

    private LiteratureCollection sample;

    @BeforeEach
    void open() throws IOException {
        SampleCollection.unpack(folder.resolve("sample"));
        sample = LiteratureCollection.open(folder.resolve("sample"));
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void aTextFindsItselfFirst() {
        Answers answers = Answers.of(sample, Task.SEARCH, LETTERS);
        for (int row : new int[] {0, 123, 399}) {
            assertThat(answers.best(sample.papers().get(row).segments(), 3))
                    .hasSize(3)
                    .startsWith(row);
        }
    }

    @Test
    void aPaperIsNoAnswerToItsOwnLinks() {
        Answers answers = Answers.of(sample, Task.LINK, LETTERS);
        for (Question question : Question.of(sample, Task.LINK, Split.DEV)) {
            int row = sample.papers().row(question.asked().id());
            assertThat(answers.best(question, 400)).hasSize(399).doesNotContain(row);
        }
    }

    @Test
    void onlyTheGivenRowsAreAnswers() {
        Answers answers = Answers.of(sample, Task.SEARCH, LETTERS, new int[] {7, 3, 250});
        assertThat(answers.best(SegmentedText.of("graphs"), 10)).containsExactlyInAnyOrder(3, 7, 250);
    }

    @Test
    void rightAnswersBeginWithTheHighestGradeAndLeaveOutGradeZero() {
        Question question =
                Question.of(sample, Task.SEARCH, Split.TEST, "q-p2-026").orElseThrow();
        List<Integer> right = question.right();
        assertThat(right).hasSize(6);
        assertThat(Question.of(sample, Task.SEARCH, Split.TRAIN, "q-p2-026")).isEmpty();
    }

    @Test
    void examplesNameWhatWasAskedAndWhatWouldBeRight() {
        for (Task task : sample.tasks()) {
            List<Example> examples = Examples.of(sample, task, LETTERS, LETTERS);
            assertThat(examples).hasSize(3).doesNotHaveDuplicates().allSatisfy(example -> {
                assertThat(example.task()).isEqualTo(task.name());
                assertThat(example.collection()).isEqualTo("sample");
                assertThat(example.relevant()).isNotEmpty();
                assertThat(example.baseline()).hasSize(5).isEqualTo(example.trained());
            });
        }
    }

    @Test
    void ofManyCandidatesTheRightOnesAreKept() {
        List<Question> questions = Question.of(sample, Task.LINK, Split.TEST).subList(0, 5);
        int[] rows = Examples.candidateRows(400, questions, 50);
        assertThat(rows).hasSize(50).isSorted().doesNotHaveDuplicates();
        for (Question question : questions) {
            assertThat(rows)
                    .contains(question.right().stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    /** Counts pairs of letters: near enough to meaning for a test. */
    private record LetterPairs() implements TextEncoder {
        private static final int LETTERS = 26;

        @Override
        public String name() {
            return "letters";
        }

        @Override
        public int dimension() {
            return LETTERS * LETTERS;
        }

        @Override
        public Similarity similarity() {
            return Similarity.COSINE;
        }

        @Override
        public float[][] encode(List<SegmentedText> texts, Task task) {
            return texts.stream().map(LetterPairs::counts).toArray(float[][]::new);
        }

        private static float[] counts(SegmentedText text) {
            String letters = text.plain().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            float[] counts = new float[LETTERS * LETTERS];
            for (int i = 1; i < letters.length(); i++) {
                counts[(letters.charAt(i - 1) - 'a') * LETTERS + letters.charAt(i) - 'a']++;
            }
            return counts;
        }
    }
}

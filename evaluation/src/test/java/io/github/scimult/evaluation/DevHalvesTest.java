package io.github.scimult.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.TopicCollection;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fitted on is never what is measured. */
class DevHalvesTest {
    @TempDir
    private static Path folder;

    private static LiteratureCollection collection;
    private static Judgements judgements;

    @BeforeAll
    static void open() throws IOException {
        collection = TopicCollection.open(folder.resolve("topics"));
        judgements = collection.judgements(Task.LINK, Split.DEV);
    }

    @AfterAll
    static void close() {
        collection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 39, 40, 41, 1_000})
    void theHalvesHaveNoQueryInCommon(int limit) {
        DevHalves halves = DevHalves.of(judgements, limit);
        HashSet<Integer> both = new HashSet<>(halves.fitted());
        assertThat(both).hasSize(Math.min(limit, judgements.queries() / 2));
        both.addAll(halves.others());
        assertThat(both).hasSize(halves.fitted().size() + halves.others().size());
        assertThat(both).allMatch(query -> query >= 0 && query < judgements.queries());
        assertThat(halves.others()).hasSizeLessThanOrEqualTo(limit);
    }

    @Test
    void withoutALimitEveryQueryIsInOneOfThem() {
        DevHalves halves = DevHalves.of(judgements, Integer.MAX_VALUE / 2);
        List<Integer> all = new ArrayList<>(halves.fitted());
        all.addAll(halves.others());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, judgements.queries()).boxed().toList());
    }

    @Test
    void theSameJudgementsAreHalvedAlike() {
        assertThat(DevHalves.of(judgements, 10)).isEqualTo(DevHalves.of(judgements, 10));
    }

    @Test
    void ofNoJudgementsBothAreEmpty() {
        DevHalves none = DevHalves.of(Judgements.NONE, 10);
        assertThat(none.fitted()).isEmpty();
        assertThat(none.others()).isEmpty();
    }
}

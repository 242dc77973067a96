package io.github.scimult.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import io.github.scimult.core.task.Split;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.index.IndexFacts;
import io.github.scimult.search.index.VectorStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggested labels are evaluated only on a split whose labels the index does not serve. */
class HeldOutTasksTest {
    @TempDir
    private Path folder;

    private List<String> measured(Set<Split> served, Split split, String... wanted) throws IOException {
        Path papers = folder.resolve(served + "-" + split + wanted.length);
        SyntheticCollection.generate(papers, SyntheticSettings.of(300, 10, 5));
        IndexFacts facts =
                new IndexFacts("papers", "", served, "", "", VectorStorage.FLOAT32, Language.ENGLISH, 300, true);
        try (LiteratureCollection collection = LiteratureCollection.open(papers)) {
            return new HeldOutTasks(Path.of("index"), facts, split).of(List.of(wanted), collection);
        }
    }

    @Test
    void ofAHeldOutSplitAllThatIsWantedIsEvaluated() throws IOException {
        assertThat(measured(Set.of(Split.TRAIN), Split.DEV)).isEmpty();
        assertThat(measured(Set.of(Split.TRAIN), Split.DEV, "classification")).containsExactly("classification");
    }

    @Test
    void ofAServedSplitTheOtherTasksAreEvaluated() throws IOException {
        Set<Split> all = Set.of(Split.values());
        assertThat(measured(all, Split.DEV)).containsExactly("link", "search");
        assertThat(measured(all, Split.DEV, "search")).containsExactly("search");
    }

    @Test
    void onDevItIsSaidThatHybridRankingsWereTunedOnIt() {
        IndexFacts facts = new IndexFacts(
                "papers", "", Set.of(Split.TRAIN), "", "", VectorStorage.FLOAT32, Language.ENGLISH, 300, true);
        assertThat(new HeldOutTasks(Path.of("index"), facts, Split.DEV).remark().orElseThrow())
                .contains("tuned on dev queries");
        assertThat(new HeldOutTasks(Path.of("index"), facts, Split.TEST).remark())
                .isEmpty();
    }

    @Test
    void labelsOfAServedSplitAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> measured(Set.of(Split.values()), Split.DEV, "classification"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serves the labels of dev")
                .hasMessageContaining("./scimult index --splits train");
    }
}

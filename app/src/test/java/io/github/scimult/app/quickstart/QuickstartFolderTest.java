package io.github.scimult.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.scimult.app.quickstart.QuickstartFolder.State;
import io.github.scimult.app.sample.SampleCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartFolderTest {
    @TempDir
    private Path temporary;

    private QuickstartFolder folder;

    @BeforeEach
    void choose() {
        folder = new QuickstartFolder(temporary.resolve("quickstart"));
    }

    @Test
    void theStagesFollowEachOther() throws IOException {
        assertThat(folder.state()).isEqualTo(State.EMPTY);
        SampleCollection.unpack(folder.sample());
        assertThat(folder.state()).isEqualTo(State.BEGUN);
        Files.createDirectories(folder.model().resolve("training/latest"));
        assertThat(folder.state()).isEqualTo(State.TRAINING);
        Files.writeString(folder.model().resolve("manifest.json"), "{}");
        assertThat(folder.state()).isEqualTo(State.TRAINED);
        Files.createDirectories(folder.report());
        Files.writeString(folder.trainingReport(), "<p>");
        assertThat(folder.state()).isEqualTo(State.FINISHED);
        folder.clear();
        assertThat(folder.state()).isEqualTo(State.EMPTY);
    }

    @Test
    void whatAKilledUnpackingLeftIsNoObstacle() throws IOException {
        Files.createDirectories(folder.root().resolve(".sample.123-1.part"));
        assertThat(folder.state()).isEqualTo(State.EMPTY);
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndLeftAsItIs() throws IOException {
        SampleCollection.unpack(folder.sample());
        Path mine = Files.writeString(folder.root().resolve("thesis.tex"), "mine");
        assertThatIllegalArgumentException().isThrownBy(folder::state).withMessageContaining("thesis.tex");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFolderNamedLikeOursButWithOtherContentIsRefused() throws IOException {
        Files.createDirectories(folder.root().resolve("model"));
        assertThatIllegalArgumentException().isThrownBy(folder::state).withMessageContaining("model");
    }
}

package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned of labelled papers tells how likely a label is, and owes nothing to held-out ones. */
class TagTrainingTest {
    @TempDir
    private Path folder;

    /** Writes, indexes and learns. */
    private TagOutcome learn(String name, long devSeed, Set<Split> splits) throws IOException {
        Path papers = LabelledCollection.write(folder.resolve(name + "-papers"), devSeed);
        Path out = folder.resolve(name);
        try (LiteratureCollection collection = LiteratureCollection.open(papers);
                LiteratureIndex index = LabelledCollection.index(collection, out, splits)) {
            TagOutcome outcome = new TagTraining(collection, index).run().orElseThrow();
            TagFile.write(out, outcome);
            return outcome;
        }
    }

    @Test
    void whatIsLearnedIsAsLikelyAsItSaysOnHeldOutPapersAndIsKeptWithTheIndex() throws IOException {
        TagOutcome outcome = learn("index", 0, Set.of(Split.TRAIN));
        assertThat(outcome.learnedFrom()).isEqualTo(120);
        assertThat(outcome.taught()).isEqualTo(120);
        assertThat(outcome.scores().papers()).isEqualTo(120);
        assertThat(outcome.scores().calibration().error()).isLessThan(0.05);
        assertThat(outcome.scores().recall(TagOutcome.Order.SERVED)).isEqualTo(1);

        Path out = folder.resolve("index");
        try (LiteratureIndex index = LiteratureIndex.open(out, LabelledCollection.ENCODER, "f")) {
            SegmentedText text = SegmentedText.of("On graphs of graphsologists");
            List<Tag> tags = new Tagger(index, TagFile.read(out)).tags(text, Set.of(), 6, true);
            assertThat(tags.getFirst().label().id()).isEqualTo("graphs");
            assertThat(tags.getFirst().probability()).isGreaterThan(0.8);
            assertThat(tags.getLast().probability()).isLessThan(0.2);
            List<Tag> before = new Tagger(index, outcome.model()).tags(text, Set.of(), 6, true);
            assertThat(tags)
                    .extracting(Tag::score)
                    .isEqualTo(before.stream().map(Tag::score).toList());
        }
    }

    @Test
    void recallIsThatOfWhatIsServedByDefaultWithoutTheLabelsAboveOthers() throws IOException {
        Path papers = LabelledCollection.write(folder.resolve("broader-papers"), 0, true);
        try (LiteratureCollection collection = LiteratureCollection.open(papers);
                LiteratureIndex index =
                        LabelledCollection.index(collection, folder.resolve("broader"), Set.of(Split.TRAIN))) {
            TagOutcome outcome = new TagTraining(collection, index).run().orElseThrow();
            // Each paper carries its subject, which is suggested, and the label above, which broader suggestions have
            // alone.
            SegmentedText text = SegmentedText.of("On graphs", "Method 1 of graphsologists.");
            Tagger tagger = new Tagger(index, outcome.model());
            assertThat(tagger.tags(text, Set.of(), 20, true))
                    .extracting(tag -> tag.label().id())
                    .contains("graphs", "all");
            assertThat(tagger.tags(text, Set.of(), 20, false))
                    .extracting(tag -> tag.label().id())
                    .contains("graphs")
                    .doesNotContain("all");
            assertThat(outcome.scores().recall(TagOutcome.Order.SERVED)).isEqualTo(0.5);
            assertThat(outcome.scores().recall(TagOutcome.Order.VECTORS)).isEqualTo(1);
        }
    }

    @Test
    void whatDevPapersCarryChangesNothingThatIsTaughtWithoutThem() throws IOException {
        learn("right", 0, Set.of(Split.TRAIN));
        TagOutcome wrong = learn("wrong", 3, Set.of(Split.TRAIN));

        assertThat(Files.readAllBytes(folder.resolve("wrong/tags.bin")))
                .isEqualTo(Files.readAllBytes(folder.resolve("right/tags.bin")));
        assertThat(wrong.scores().calibration().error()).isGreaterThan(0.1);
    }

    @Test
    void whatIsMeasuredKnowsNoHeldOutLabelsEvenWhereTheyAreServed() throws IOException {
        TagOutcome trainAlone = learn("train", 3, Set.of(Split.TRAIN));
        TagOutcome all = learn("all", 3, EnumSet.allOf(Split.class));

        assertThat(all.learnedFrom()).isEqualTo(240);
        assertThat(all.taught()).isEqualTo(120);
        assertThat(all.scores().calibration().error())
                .isCloseTo(trainAlone.scores().calibration().error(), within(0.02));
    }

    @Test
    void aDamagedFileIsRefusedAndNoFileMeansThatNothingWasLearned() throws IOException {
        assertThat(TagFile.read(folder)).isEqualTo(TagModel.UNTAUGHT);
        learn("index", 0, Set.of(Split.TRAIN));
        Path file = folder.resolve("index/tags.bin");
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        for (byte[] damaged : List.of(flipped, Arrays.copyOf(whole, whole.length - 9), new byte[3])) {
            Files.write(file, damaged);
            assertThatThrownBy(() -> TagFile.read(folder.resolve("index")))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining("tags.bin is damaged");
        }
    }
}

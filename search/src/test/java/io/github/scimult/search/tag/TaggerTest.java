package io.github.scimult.search.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What speaks for a label is weighed together, and what is fitted tells how likely a label is. */
class TaggerTest {
    private static final String[] SUBJECTS = {"graphs", "proteins", "texts", "galaxies", "markets", "rivers"};

    private static final TextEncoder WORDS = new WordCountEncoder();

    @TempDir
    private Path folder;

    /** Papers about one subject each, which they name three times out of four; train and dev papers by turns. */
    private Path collection() throws IOException {
        Path papers = folder.resolve("papers");
        SplittableRandom random = new SplittableRandom(5);
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            List<Judgement> train = new ArrayList<>();
            List<Judgement> dev = new ArrayList<>();
            for (int i = 0; i < 240; i++) {
                String subject = SUBJECTS[i % SUBJECTS.length];
                String named = random.nextInt(4) > 0 ? subject : "things";
                writer.add(new Paper(
                        "p" + i, "On " + named, "Method " + random.nextInt(9) + " of " + subject + "ologists."));
                (i / SUBJECTS.length % 2 == 0 ? train : dev).add(new Judgement("p" + i, subject, 1));
            }
            writer.add(new Label("all", "everything", ""));
            for (String subject : SUBJECTS) {
                writer.add(new Label(subject, subject, "", List.of(), List.of("all")));
            }
            for (Judgement judgement : train) {
                writer.add(Task.CLASSIFICATION, Split.TRAIN, judgement);
            }
            for (Judgement judgement : dev) {
                writer.add(Task.CLASSIFICATION, Split.DEV, judgement);
            }
            writer.commit();
        }
        return papers;
    }

    private LiteratureIndex index(LiteratureCollection collection) throws IOException {
        Path out = folder.resolve("index");
        new IndexBuilder(collection, WORDS, (done, total) -> {}).build(out, "m", "f", () -> false);
        return LiteratureIndex.open(out, WORDS, "f");
    }

    private static List<String> ids(List<Tag> tags) {
        return tags.stream().map(tag -> tag.label().id()).toList();
    }

    @Test
    void aLabelThatOnlySimilarPapersCarryIsFound() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(collection());
                LiteratureIndex index = index(collection)) {
            Tagger tagger = new Tagger(index, TagModel.UNFITTED);
            Tag first = tagger.tags(SegmentedText.of("Method 3 of riversologists."), Set.of(), 9, true).stream()
                    .filter(tag -> !tag.label().id().equals("all"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.label().id()).isEqualTo("rivers");
            assertThat(first.evidence().neighbours()).isGreaterThan(0.5);
            assertThat(first.evidence().named()).isFalse();
            assertThat(first.probability()).isNaN();
        }
    }

    @Test
    void noLabelStandsBesideOneAboveItUnlessThatIsAllowed() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(collection());
                LiteratureIndex index = index(collection)) {
            Tagger tagger = new Tagger(index, TagModel.UNFITTED);
            SegmentedText text = SegmentedText.of("everything on graphs");
            assertThat(ids(tagger.tags(text, Set.of(), 9, true))).contains("all", "graphs");
            List<String> alone = ids(tagger.tags(text, Set.of(), 9, false));
            assertThat(alone.contains("all")).isNotEqualTo(alone.contains("graphs"));
        }
    }

    @Test
    void whatIsFittedIsAsLikelyAsItSaysOnOtherPapersAndIsKeptWithTheIndex() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(collection());
                LiteratureIndex index = index(collection)) {
            TagCalibration fitting = new TagCalibration(collection, index);
            assertThat(fitting.isPossible()).isTrue();
            TagCalibration.Outcome outcome = fitting.run();
            assertThat(outcome.fittedOn()).isEqualTo(60);
            assertThat(outcome.measuredOn()).isEqualTo(60);
            assertThat(outcome.calibration().error()).isLessThan(0.05);
            assertThat(outcome.fused()).isGreaterThanOrEqualTo(outcome.names());
            Path out = folder.resolve("index");
            assertThat(TagFile.read(out).fitted()).isFalse();
            TagFile.write(out, outcome);
            TagModel kept = TagFile.read(out);
            assertThat(kept.weights()).isEqualTo(outcome.model().weights());
            List<Tag> tags =
                    new Tagger(index, kept).tags(SegmentedText.of("On graphs of graphsologists"), Set.of(), 6, false);
            assertThat(tags.getFirst().label().id()).isEqualTo("graphs");
            assertThat(tags.getFirst().probability()).isGreaterThan(0.5);
            assertThat(tags.getLast().probability()).isLessThan(0.3);
        }
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("tags.json"), "{\"weights\": [1, 2]}");
        assertThatThrownBy(() -> TagFile.read(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("does not hold 5 numbers");
        Files.writeString(folder.resolve("tags.json"), "{");
        assertThatThrownBy(() -> TagFile.read(folder)).isInstanceOf(BadDataException.class);
    }
}

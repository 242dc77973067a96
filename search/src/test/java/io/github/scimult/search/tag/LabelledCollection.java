package io.github.scimult.search.tag;

import io.github.scimult.core.collection.CollectionWriter;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.index.IndexBuilder;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Papers about one subject each, which they name three times out of four; train and dev papers by turns. */
final class LabelledCollection {
    static final TextEncoder ENCODER = new WordCountEncoder();
    static final List<String> SUBJECTS = List.of("graphs", "proteins", "texts", "galaxies", "markets", "rivers");

    private LabelledCollection() {}

    /** @param devSeed shuffles the labels of dev papers, unless it is 0 */
    static Path write(Path papers, long devSeed) throws IOException {
        return write(papers, devSeed, false);
    }

    /** @param broaderOnDev whether dev papers carry the label above their own as well, which no other paper does */
    static Path write(Path papers, long devSeed, boolean broaderOnDev) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        SplittableRandom shuffling = new SplittableRandom(devSeed);
        List<Judgement> train = new ArrayList<>();
        List<Judgement> dev = new ArrayList<>();
        try (CollectionWriter writer = CollectionWriter.create(papers)) {
            for (int i = 0; i < 240; i++) {
                String subject = SUBJECTS.get(i % SUBJECTS.size());
                String named = random.nextInt(4) > 0 ? subject : "things";
                writer.add(new Paper(
                        "p" + i, "On " + named, "Method " + random.nextInt(9) + " of " + subject + "ologists."));
                boolean forTraining = i / SUBJECTS.size() % 2 == 0;
                String label = forTraining || devSeed == 0 ? subject : SUBJECTS.get(shuffling.nextInt(6));
                (forTraining ? train : dev).add(new Judgement("p" + i, label, 1));
                if (broaderOnDev && !forTraining) {
                    dev.add(new Judgement("p" + i, "all", 1));
                }
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

    static LiteratureIndex index(LiteratureCollection collection, Path out, Set<Split> splits) throws IOException {
        new IndexBuilder(collection, ENCODER, (done, total) -> {})
                .serving(splits)
                .build(out, "m", "f", () -> false);
        return LiteratureIndex.open(out, ENCODER, "f");
    }
}

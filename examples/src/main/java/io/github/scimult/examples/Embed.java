package io.github.scimult.examples;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.library.LiteratureModel;
import java.io.IOException;
import java.util.List;

/** Compares a query with three papers. Argument: a model's folder, or minilm for the one that comes with the program. */
public final class Embed {
    private static final List<String> TITLES =
            List.of("Drawing large graphs", "How much water rice needs", "A spring embedder for networks");

    private Embed() {}

    public static void main(String[] args) throws IOException {
        try (LiteratureModel model = LiteratureModel.open(args[0])) {
            SegmentedText query = SegmentedText.query("layout of graphs");
            List<SegmentedText> papers = TITLES.stream().map(SegmentedText::of).toList();

            float[] queryVector = model.embed(Task.SEARCH, List.of(query))[0];
            float[][] paperVectors = model.embed(Task.SEARCH, papers);
            for (int paper = 0; paper < TITLES.size(); paper++) {
                double similarity = model.similarity(queryVector, paperVectors[paper]);
                System.out.printf("%.3f %s%n", similarity, TITLES.get(paper));
            }
        }
    }
}

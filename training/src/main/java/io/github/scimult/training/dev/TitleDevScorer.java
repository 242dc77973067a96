package io.github.scimult.training.dev;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.core.retrieval.EmbeddingMatrix;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.training.pair.PairBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Searching where there is no log: titles of papers that pseudo-queries leave out are to find their abstracts among others.
 * The metric is nDCG@10 with one relevant paper, 1 / log₂(rank + 1).
 */
final class TitleDevScorer implements DevScorer {
    private static final int DEPTH = 10;

    private final String collection;
    private final List<SegmentedText> titles = new ArrayList<>();
    private final List<SegmentedText> abstracts = new ArrayList<>();

    private TitleDevScorer(String collection) {
        this.collection = collection;
    }

    /**
     * Samples papers that training leaves out: those that dev and test ask about, or, where these are none, a tenth of all.
     *
     * @return null if there are no papers with title and abstract among them
     */
    static TitleDevScorer of(LiteratureCollection collection, DevConfig config, long seed) {
        boolean[] held = PairBuilder.heldOutOfPseudoQueries(collection, seed);
        TitleDevScorer scorer = new TitleDevScorer(collection.name());
        int[] order = RandomSample.permutation(held.length, new SplittableRandom(seed));
        scorer.addQueries(collection, order, held, config.queries());
        scorer.addOthers(collection, order, held, config.candidates());
        return scorer.titles.isEmpty() ? null : scorer;
    }

    private void addQueries(LiteratureCollection collection, int[] order, boolean[] held, int max) {
        for (int row : order) {
            if (titles.size() < max && held[row]) {
                Paper paper = collection.papers().get(row);
                if (!paper.title().isBlank() && !paper.text().isBlank()) {
                    titles.add(SegmentedText.query(paper.title()));
                    abstracts.add(SegmentedText.of(paper.text()));
                }
            }
        }
    }

    private void addOthers(LiteratureCollection collection, int[] order, boolean[] held, int max) {
        for (int row : order) {
            if (abstracts.size() < max && !held[row]) {
                Paper paper = collection.papers().get(row);
                if (!paper.text().isBlank()) {
                    abstracts.add(SegmentedText.of(paper.text()));
                }
            }
        }
    }

    @Override
    public String collection() {
        return collection;
    }

    @Override
    public Task task() {
        return Task.SEARCH;
    }

    @Override
    public String metric() {
        return "nDCG@10 (titles)";
    }

    @Override
    public boolean heldOut() {
        return false;
    }

    @Override
    public double[] values(TextEncoder encoder) {
        float[][] candidates = encoder.encode(abstracts, Task.SEARCH);
        EmbeddingMatrix matrix = EmbeddingMatrix.of(candidates, encoder.dimension(), encoder.similarity());
        double[] values = new double[titles.size()];
        new DenseScorer(matrix).forEach(encoder.encode(titles, Task.SEARCH), (query, scores) -> {
            int rank = 1;
            for (float score : scores) {
                rank += score > scores[query] ? 1 : 0;
            }
            values[query] = rank > DEPTH ? 0 : Math.log(2) / Math.log(rank + 1.0);
        });
        return values;
    }
}

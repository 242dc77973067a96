package io.github.scimult.search.tag.neighbour;

import io.github.scimult.core.retrieval.ZScore;
import io.github.scimult.core.task.Split;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.record.LabelHit;
import io.github.scimult.search.record.LabelNeighbourhood;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels near a paper in an index.
 *
 * @param splits whose papers may be neighbours with their labels
 */
public record NeighbourEvidence(LiteratureIndex index, Set<Split> splits) implements LabelEvidence {
    private static final LabelNeighbourhood.Size SIZE = new LabelNeighbourhood.Size(200, 100);
    /** Papers whose labels are candidates. */
    private static final int NEAR = 30;

    private static final int NEAREST = 10;

    /** The weight of the farthest neighbour, where that of the nearest is 1 more. */
    private static final double FARTHEST = 0.05;

    @Override
    public OnPaper on(PaperToLabel paper) throws IOException {
        LabelNeighbourhood found = index.neighbourhood(
                new LabelNeighbourhood.Query(paper.text(), paper.vector(), splits, paper.excluded()), SIZE);
        return new Neighbours(found.labels(), Shares.of(found.byVectors()), Shares.of(found.byBm25()));
    }

    /** The shares of labels among the first papers of a ranking; of few, some and many of them. */
    private record Shares(Map<String, Double> nearest, Map<String, Double> near, Map<String, Double> wide) {
        static Shares of(List<LabelNeighbourhood.LabelledPaper> papers) {
            return new Shares(shares(papers, NEAREST), shares(papers, NEAR), shares(papers, SIZE.papers()));
        }
    }

    /** For each label the share of the papers that carry it, weighted by their similarity above the farthest's. */
    private static Map<String, Double> shares(List<LabelNeighbourhood.LabelledPaper> ranking, int depth) {
        List<LabelNeighbourhood.LabelledPaper> papers = ranking.subList(0, Math.min(depth, ranking.size()));
        double best = papers.stream()
                .mapToDouble(LabelNeighbourhood.LabelledPaper::score)
                .max()
                .orElse(0);
        double least = papers.stream()
                .mapToDouble(LabelNeighbourhood.LabelledPaper::score)
                .min()
                .orElse(0);
        double range = best == least ? 1 : best - least;
        double sum = 0;
        Map<String, Double> shares = new HashMap<>();
        for (LabelNeighbourhood.LabelledPaper paper : papers) {
            double weight = (paper.score() - least) / range + FARTHEST;
            sum += weight;
            paper.labels().forEach(label -> shares.merge(label, weight, Double::sum));
        }
        double all = sum;
        shares.replaceAll((label, weight) -> weight / all);
        return shares;
    }

    private static final class Neighbours implements OnPaper {
        private final Map<String, Float> similarities = new HashMap<>();
        private final ZScore standard;
        private final double least;
        private final Shares dense;
        private final Shares lexical;

        Neighbours(List<LabelHit> nearest, Shares dense, Shares lexical) {
            float[] scores = new float[nearest.size()];
            float lowest = Float.POSITIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                scores[i] = nearest.get(i).similarity();
                lowest = Math.min(lowest, scores[i]);
                similarities.put(nearest.get(i).label().id(), scores[i]);
            }
            this.standard = ZScore.of(scores);
            this.least = scores.length == 0 ? 0 : standard.apply(lowest);
            this.dense = dense;
            this.lexical = lexical;
        }

        @Override
        public Collection<String> candidates() {
            Set<String> all = new HashSet<>(similarities.keySet());
            all.addAll(dense.near().keySet());
            all.addAll(lexical.near().keySet());
            return all;
        }

        @Override
        public void describe(String label, FeatureRow row) {
            Float similarity = similarities.get(label);
            row.set(Feature.SIMILARITY, similarity == null ? 0 : similarity);
            row.set(Feature.STANDARDISED_SIMILARITY, similarity == null ? least : standard.apply(similarity));
            row.set(Feature.DENSE_NEIGHBOURS, dense.near().getOrDefault(label, 0.0));
            row.set(Feature.NEAREST_DENSE_NEIGHBOURS, dense.nearest().getOrDefault(label, 0.0));
            row.set(Feature.WIDE_DENSE_NEIGHBOURS, dense.wide().getOrDefault(label, 0.0));
            row.set(Feature.LEXICAL_NEIGHBOURS, lexical.near().getOrDefault(label, 0.0));
            row.set(Feature.NEAREST_LEXICAL_NEIGHBOURS, lexical.nearest().getOrDefault(label, 0.0));
            row.set(Feature.WIDE_LEXICAL_NEIGHBOURS, lexical.wide().getOrDefault(label, 0.0));
        }
    }
}

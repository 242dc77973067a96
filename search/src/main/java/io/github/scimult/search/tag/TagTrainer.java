package io.github.scimult.search.tag;

import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.classifier.BoostedTrees;
import io.github.scimult.evaluation.classifier.SparseVector;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.tag.evidence.FeatureRow;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.linear.LinearLearner;
import io.github.scimult.search.tag.linear.TfIdf;
import io.github.scimult.search.tag.neighbour.NeighbourEvidence;
import io.github.scimult.search.tag.regression.RegressionLearner;
import io.github.scimult.search.tag.stem.StemmedText;
import io.github.scimult.search.tag.usage.UsageEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns from labelled papers how labels are suggested. The fusion is fitted on papers from which the evidence was not learned: a
 * paper is described by what the papers outside its fold say. It is fitted on a sample of bounded size, so that the time grows with
 * the papers and labels that the evidence is learned from alone.
 */
final class TagTrainer {
    /** Fewer labelled papers teach nothing. */
    static final int MIN_PAPERS = 20;

    private static final int MAX_FUSION_PAPERS = 1000;
    /** At most this part of the papers is left out of the evidence at a time. */
    private static final int MIN_FOLDS = 3;

    private static final long SEED = 37;

    private final LiteratureIndex index;
    private final LabelledPapers papers;
    private final Set<Split> splits;
    private final LabelVocabulary vocabulary;
    private final TfIdf tfIdf;
    private final List<Taught> taught;

    /** What is learned of a paper. @param named ids of the labels that it names; @param vector (d) its embedding */
    @SuppressWarnings("ArrayRecordComponent")
    private record Taught(Set<String> labels, Set<String> named, SparseVector words, float[] vector) {}

    /** The fusion's table of pairs of papers and labels. */
    private record Example(float[] features, boolean right) {}

    /**
     * @param index of the papers and the labels
     * @param papers to learn from
     * @param splits whose papers may be neighbours
     */
    TagTrainer(LiteratureIndex index, LabelledPapers papers, Set<Split> splits) throws IOException {
        this.index = index;
        this.papers = papers;
        this.splits = splits;
        this.vocabulary = LabelVocabulary.of(index);
        TfIdf.Counter counter = new TfIdf.Counter();
        for (int i = 0; i < papers.size(); i++) {
            counter.add(StemmedText.of(papers.get(i).text()));
        }
        this.tfIdf = counter.weights();
        this.taught = IntStream.range(0, papers.size())
                .parallel()
                .mapToObj(i -> taught(papers.get(i)))
                .toList();
    }

    private Taught taught(LabelledPaper paper) {
        StemmedText stems = StemmedText.of(paper.text());
        try {
            return new Taught(
                    paper.labels(),
                    vocabulary.names().labelsIn(paper.text(), stems),
                    tfIdf.of(stems),
                    paper.vector(index));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TagModel train() {
        LabelFusion fusion = new LabelFusion(Optional.of(fusion()));
        BitSet all = new BitSet();
        all.set(0, taught.size());
        boolean combines = vocabulary
                .hierarchy()
                .areCommonlyCombined(taught.stream().map(Taught::labels).toList());
        return new TagModel(splits, Optional.of(learned(all)), fusion, combines);
    }

    private BoostedTrees fusion() {
        int[] sample = RandomSample.positions(taught.size(), MAX_FUSION_PAPERS, new SplittableRandom(SEED));
        RandomSample.shuffle(sample, new SplittableRandom(SEED));
        int folds = Math.ceilDiv(MIN_FOLDS * sample.length, taught.size());
        List<Example> examples = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int[] own = Arrays.copyOfRange(sample, fold * sample.length / folds, (fold + 1) * sample.length / folds);
            examples.addAll(examples(own));
        }
        boolean[] targets = new boolean[examples.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = examples.get(i).right();
        }
        return BoostedTrees.fit(examples.stream().map(Example::features).toArray(float[][]::new), targets);
    }

    /** The candidates of some papers, by evidence from the others. */
    private List<Example> examples(int[] fold) {
        BitSet others = new BitSet();
        others.set(0, taught.size());
        IntStream.of(fold).forEach(others::clear);
        List<LabelEvidence> evidence =
                new ArrayList<>(List.of(vocabulary.names(), new NeighbourEvidence(index, splits)));
        evidence.addAll(learned(others).with(vocabulary));
        CandidateLabels candidates = new CandidateLabels(vocabulary.labels().keySet(), evidence);
        return IntStream.of(fold)
                .parallel()
                .mapToObj(position -> examples(position, candidates))
                .flatMap(List::stream)
                .toList();
    }

    private List<Example> examples(int position, CandidateLabels candidates) {
        LabelledPaper paper = papers.get(position);
        try {
            Map<String, FeatureRow> rows =
                    candidates.of(paper.asked(taught.get(position).vector()));
            return rows.entrySet().stream()
                    .map(row ->
                            new Example(row.getValue().toArray(), paper.labels().contains(row.getKey())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All evidence that is learned, from some of the papers. */
    private LearnedEvidence learned(BitSet positions) {
        List<Taught> chosen = positions.stream().mapToObj(taught::get).toList();
        List<Set<String>> labels = chosen.stream().map(Taught::labels).toList();
        UsageEvidence.Counter usage = new UsageEvidence.Counter();
        chosen.forEach(paper -> usage.add(paper.labels(), paper.named()));
        return new LearnedEvidence(
                usage.evidence(),
                new LinearLearner(tfIdf, chosen.stream().map(Taught::words).toList(), labels).learn(),
                new RegressionLearner(chosen.stream().map(Taught::vector).toList(), labels).learn());
    }
}

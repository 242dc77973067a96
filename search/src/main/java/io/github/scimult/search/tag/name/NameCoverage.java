package io.github.scimult.search.tag.name;

import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.evidence.Feature;
import io.github.scimult.search.tag.evidence.LabelEvidence;
import io.github.scimult.search.tag.evidence.PaperToLabel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** How much of a label's name or synonym is anywhere in the text, rare stems counting more; it proposes no candidate. */
public final class NameCoverage {
    private final Map<String, Set<Set<String>>> names = new HashMap<>();

    public NameCoverage(List<IndexedLabel> labels) {
        labels.forEach(label -> names.put(label.id(), LabelNames.distinctStems(LabelNames.of(label))));
    }

    /** The evidence, by how rare a stem is in papers. @param rarity above 0 */
    public LabelEvidence by(ToDoubleFunction<String> rarity) {
        return paper -> on(paper, rarity);
    }

    private LabelEvidence.OnPaper on(PaperToLabel paper, ToDoubleFunction<String> rarity) {
        List<List<String>> sentences = paper.stems().sentences();
        Set<String> text = stems(sentences);
        Set<String> title = stems(sentences.subList(0, paper.stems().titleSentences()));
        return (label, row) -> {
            Cover best = Cover.NONE;
            double inTitle = 0;
            for (Set<String> name : names.getOrDefault(label, Set.of())) {
                Cover cover = Cover.of(name, text, rarity);
                best = cover.share() >= best.share() ? cover : best;
                inTitle = Math.max(inTitle, Cover.of(name, title, rarity).share());
            }
            row.set(Feature.NAME_COVERAGE, best.share());
            row.set(Feature.NAME_COVERAGE_IN_TITLE, inTitle);
            row.set(Feature.NAME_LENGTH, best.stems());
            row.set(Feature.NAME_RARITY, best.rarity());
        };
    }

    private static Set<String> stems(List<List<String>> sentences) {
        Set<String> stems = new HashSet<>();
        sentences.forEach(stems::addAll);
        return stems;
    }

    /** A name, and the share of it that is there. */
    private record Cover(int stems, double rarity, double share) {
        static final Cover NONE = new Cover(0, 0, 0);

        static Cover of(Set<String> name, Set<String> present, ToDoubleFunction<String> rarity) {
            double all = 0;
            double there = 0;
            for (String stem : name) {
                double weight = rarity.applyAsDouble(stem);
                all += weight;
                there += present.contains(stem) ? weight : 0;
            }
            return new Cover(name.size(), all, there / all);
        }
    }
}

package io.github.scimult.search.tag;

import io.github.scimult.core.task.Split;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was learned from labelled papers about suggesting labels.
 *
 * @param splits that the papers were of
 * @param learned the evidence; none without labelled papers
 * @param fusion of all evidence
 * @param combines whether papers commonly carry a label together with one above it
 */
public record TagModel(Set<Split> splits, Optional<LearnedEvidence> learned, LabelFusion fusion, boolean combines) {
    /** Of a collection with too few labelled papers to learn from. */
    public static final TagModel UNTAUGHT =
            new TagModel(EnumSet.allOf(Split.class), Optional.empty(), LabelFusion.UNTAUGHT, false);

    public TagModel {
        splits = Set.copyOf(splits);
    }
}

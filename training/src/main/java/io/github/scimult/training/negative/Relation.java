package io.github.scimult.training.negative;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Paper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Papers that have something to do with a paper, by one rule. */
interface Relation {
    /** What the rule is called in reports. */
    String name();

    /** How many papers are related; one that is so twice, by two authors, counts twice, and the paper itself may count. */
    int degree(int paper);

    /** The {@code index}-th of them. */
    int related(int paper, int index);

    /** The papers that a paper cites. */
    static Relation cited(Adjacency citations) {
        return new Relation() {
            @Override
            public String name() {
                return "cited";
            }

            @Override
            public int degree(int paper) {
                return citations.degree(paper);
            }

            @Override
            public int related(int paper, int index) {
                return citations.target(paper, index);
            }
        };
    }

    /** Papers with an author in common. */
    static Relation sameAuthor(LiteratureCollection collection) {
        return shared("same author", collection, paper -> paper.metadata().authors());
    }

    /** Papers of the same venue. */
    static Relation sameVenue(LiteratureCollection collection) {
        return shared(
                "same venue", collection, paper -> List.of(paper.metadata().venue()));
    }

    private static Relation shared(
            String name, LiteratureCollection collection, Function<Paper, List<String>> groupNames) {
        Map<String, Integer> numbers = new HashMap<>();
        RecordStore<Paper> papers = collection.papers();
        int[][] groups = new int[papers.size()][];
        for (int row = 0; row < groups.length; row++) {
            groups[row] = groupNames.apply(papers.get(row)).stream()
                    .filter(group -> !group.isBlank())
                    .mapToInt(group -> numbers.computeIfAbsent(group, key -> numbers.size()))
                    .toArray();
        }
        Adjacency groupsOfPaper = Adjacency.of(groups);
        return new Shared(name, groupsOfPaper, groupsOfPaper.reversed(numbers.size()));
    }

    /**
     * By groups in common.
     *
     * @param groups of each paper
     * @param members papers of each group
     */
    record Shared(String name, Adjacency groups, Adjacency members) implements Relation {
        @Override
        public int degree(int paper) {
            int degree = 0;
            for (int i = 0; i < groups.degree(paper); i++) {
                degree += members.degree(groups.target(paper, i));
            }
            return degree;
        }

        @Override
        public int related(int paper, int index) {
            int rest = index;
            for (int i = 0; i < groups.degree(paper); i++) {
                int group = groups.target(paper, i);
                if (rest < members.degree(group)) {
                    return members.target(group, rest);
                }
                rest -= members.degree(group);
            }
            throw new IndexOutOfBoundsException(index);
        }
    }
}

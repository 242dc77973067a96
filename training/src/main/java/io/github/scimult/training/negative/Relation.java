package io.github.scimult.training.negative;

import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Papers that have something to do with a paper, by one rule. */
interface Relation {
    /** Papers that are parsed by all cores before their names are numbered by one. */
    int READ_AT_ONCE = 4_096;

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

    /** Papers with an author in common, and papers of the same venue. Each paper is read once. */
    static List<Relation> byMetadata(RecordStore<Paper> papers) {
        NamedGroups authors = new NamedGroups(papers.size());
        NamedGroups venues = new NamedGroups(papers.size());
        for (int start = 0; start < papers.size(); start += READ_AT_ONCE) {
            int first = start;
            List<PaperMetadata> read = IntStream.range(first, Math.min(papers.size(), first + READ_AT_ONCE))
                    .parallel()
                    .mapToObj(row -> papers.get(row).metadata())
                    .toList();
            for (int i = 0; i < read.size(); i++) {
                authors.put(first + i, read.get(i).authors());
                venues.put(first + i, List.of(read.get(i).venue()));
            }
        }
        return List.of(authors.relation("same author"), venues.relation("same venue"));
    }

    /** The groups of papers by name, numbered as they turn up. */
    final class NamedGroups {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final int[][] groups;

        private NamedGroups(int papers) {
            groups = new int[papers][];
        }

        private void put(int paper, List<String> names) {
            groups[paper] = names.stream()
                    .filter(name -> !name.isBlank())
                    .mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
                    .toArray();
        }

        private Relation relation(String name) {
            Adjacency groupsOfPaper = Adjacency.of(groups);
            return new Shared(name, groupsOfPaper, groupsOfPaper.reversed(numbers.size()));
        }
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

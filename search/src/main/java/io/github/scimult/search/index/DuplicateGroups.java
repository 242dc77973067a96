package io.github.scimult.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.VectorUtil;

/** Records of one paper, put together as they come: the first of each group stands for it. */
final class DuplicateGroups {
    private final List<Group> groups = new ArrayList<>();

    /** A record that may belong to a group; its vector is read once it is needed. */
    static final class Candidate {
        private final PaperIdentity identity;
        private final int document;
        private final StoredVectors vectors;
        private Optional<float[]> vector;

        Candidate(PaperIdentity identity, int document, StoredVectors vectors) {
            this.identity = identity;
            this.document = document;
            this.vectors = vectors;
        }

        /** Of a text that is no document. @param vector null if it was not embedded */
        Candidate(PaperIdentity identity, float[] vector) {
            this(identity, -1, null);
            this.vector = Optional.ofNullable(vector);
        }

        private double cosine(Candidate other) {
            Optional<float[]> own = vector();
            Optional<float[]> others = other.vector();
            return own.isEmpty() || others.isEmpty() ? 0 : VectorUtil.cosine(own.get(), others.get());
        }

        private Optional<float[]> vector() {
            if (vector == null) {
                try {
                    vector = vectors.of(document);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return vector;
        }

        boolean isSameAs(Candidate other) {
            return identity.isSameAs(other.identity, () -> cosine(other));
        }
    }

    /** Records of one paper; of those of equal title and abstract one. */
    static final class Group {
        private final List<Candidate> members = new ArrayList<>();

        private boolean has(Candidate candidate) {
            return members.stream().anyMatch(member -> member.isSameAs(candidate));
        }

        private void add(Candidate candidate) {
            String key = candidate.identity.textKey();
            if (key.isEmpty() || !textKeys().contains(key)) {
                members.add(candidate);
            }
        }

        /** The keys of its texts, by which the index counts records of equal title and abstract. */
        Set<String> textKeys() {
            Set<String> keys = new HashSet<>();
            members.forEach(member -> keys.add(member.identity.textKey()));
            keys.remove("");
            return keys;
        }

        /** The number of records without an abstract. */
        int titles() {
            return (int) members.stream()
                    .filter(member -> member.identity.textKey().isEmpty())
                    .count();
        }
    }

    /** Adds a record to the group that it belongs to, and puts together the groups that it connects; false if there is none. */
    boolean join(Candidate candidate) {
        List<Group> known =
                groups.stream().filter(group -> group.has(candidate)).toList();
        if (known.isEmpty()) {
            return false;
        }
        Group first = known.getFirst();
        first.add(candidate);
        for (Group other : known.subList(1, known.size())) {
            other.members.forEach(first::add);
            groups.remove(other);
        }
        return true;
    }

    /** Begins a group with a record that belongs to none. */
    Group begin(Candidate candidate) {
        Group group = new Group();
        group.add(candidate);
        groups.add(group);
        return group;
    }

    /** Those that there still are. */
    List<Group> groups() {
        return groups;
    }
}

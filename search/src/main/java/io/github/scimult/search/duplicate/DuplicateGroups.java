package io.github.scimult.search.duplicate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.VectorUtil;

/** Records of one paper, put together as they come: the first of each group stands for it. */
public final class DuplicateGroups {
    private final List<Group> groups = new ArrayList<>();

    /** Reads the vector of a record; empty if it has none. */
    @FunctionalInterface
    public interface VectorReading {
        Optional<float[]> read() throws IOException;
    }

    /** A record that may belong to a group; its vector is read once it is needed. */
    public static final class Candidate {
        private final PaperIdentity identity;
        private final VectorReading reading;
        private Optional<float[]> vector;

        /** @param reading of its vector, if that is needed */
        public Candidate(PaperIdentity identity, VectorReading reading) {
            this.identity = identity;
            this.reading = reading;
        }

        private double cosine(Candidate other) {
            Optional<float[]> own = vector();
            Optional<float[]> others = other.vector();
            return own.isEmpty() || others.isEmpty() ? 0 : VectorUtil.cosine(own.get(), others.get());
        }

        private Optional<float[]> vector() {
            if (vector == null) {
                try {
                    vector = reading.read();
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return vector;
        }

        public boolean isSameAs(Candidate other) {
            return identity.isSameAs(other.identity, () -> cosine(other));
        }
    }

    /** Records of one paper; of those that say the same one. */
    public static final class Group {
        private final List<Candidate> members = new ArrayList<>();

        private boolean has(Candidate candidate) {
            return members.stream().anyMatch(member -> member.isSameAs(candidate));
        }

        /** One of equal text may still have the DOI or the authors by which a later record is known. */
        private void add(Candidate candidate) {
            if (candidate.identity.textKey().isEmpty()
                    || members.stream().noneMatch(member -> member.identity.equals(candidate.identity))) {
                members.add(candidate);
            }
        }

        /** The keys of its texts, by which the index counts records of equal title and abstract. */
        public Set<String> textKeys() {
            Set<String> keys = new HashSet<>();
            members.forEach(member -> keys.add(member.identity.textKey()));
            keys.remove("");
            return keys;
        }

        /** The number of records without an abstract. */
        public int titles() {
            return (int) members.stream()
                    .filter(member -> member.identity.textKey().isEmpty())
                    .count();
        }
    }

    /** Adds a record to the group that it belongs to, and puts together the groups that it connects; false if there is none. */
    public boolean join(Candidate candidate) {
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
    public Group begin(Candidate candidate) {
        Group group = new Group();
        group.add(candidate);
        groups.add(group);
        return group;
    }

    /** Those that there still are. */
    public List<Group> groups() {
        return groups;
    }
}

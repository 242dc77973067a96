package io.github.scimult.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Records of one paper. */
    static final class Group {
        private final Candidate first;
        private int others;

        private Group(Candidate first) {
            this.first = first;
        }

        /** Records that say the same in other words; those of equal title and abstract are counted in the index. */
        int others() {
            return others;
        }

        /** The key of records of equal title and abstract; empty if there is none. */
        String textKey() {
            return first.identity.textKey();
        }
    }

    /** Adds a record to the group that it belongs to; false if there is none. */
    boolean join(Candidate candidate) {
        Optional<Group> known =
                groups.stream().filter(group -> group.first.isSameAs(candidate)).findFirst();
        known.ifPresent(group -> {
            String key = candidate.identity.textKey();
            group.others += !key.isEmpty() && key.equals(group.textKey()) ? 0 : 1;
        });
        return known.isPresent();
    }

    /** Begins a group with a record that belongs to none. */
    Group begin(Candidate candidate) {
        Group group = new Group(candidate);
        groups.add(group);
        return group;
    }
}

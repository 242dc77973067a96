package io.github.scimult.search.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.random.RandomSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Records come one by one and find those of their paper. */
class DuplicateGroupsTest {
    private static final DuplicateGroups.VectorReading NONE = Optional::empty;

    private static PaperIdentity identity(String doi, String title, String text) {
        return new PaperIdentity(doi, title, text, Set.of(), null);
    }

    private static DuplicateGroups.Candidate candidate(String doi, String title, String text) {
        return new DuplicateGroups.Candidate(identity(doi, title, text), NONE);
    }

    private static boolean addTo(DuplicateGroups groups, DuplicateGroups.Candidate candidate) {
        boolean joined = groups.join(candidate);
        if (!joined) {
            groups.begin(candidate);
        }
        return joined;
    }

    @Test
    void theFirstRecordJoinsNothingAndItsRepetitionDoes() {
        DuplicateGroups groups = new DuplicateGroups();
        assertThat(addTo(groups, candidate("", "a title of words", "text"))).isFalse();
        assertThat(addTo(groups, candidate("", "a title of words", "text"))).isTrue();
        assertThat(addTo(groups, candidate("", "another title of words", "text of it")))
                .isFalse();
        assertThat(groups.groups()).hasSize(2);
    }

    @Test
    void recordsOfEqualTextCountOnceAndTitlesWithoutTextEachTime() {
        DuplicateGroups groups = new DuplicateGroups();
        addTo(groups, candidate("", "a title of words", "text"));
        addTo(groups, candidate("", "a title of words", "text"));
        addTo(groups, candidate("", "a title of words", ""));
        addTo(groups, candidate("", "a title of words", ""));
        DuplicateGroups.Group group = groups.groups().getFirst();
        assertThat(group.textKeys()).hasSize(1);
        assertThat(group.titles()).isEqualTo(2);
    }

    @Test
    void aRecordThatConnectsTwoGroupsMakesThemOneInThePlaceOfTheFirst() {
        DuplicateGroups groups = new DuplicateGroups();
        DuplicateGroups.Group first = groups.begin(candidate("10.1/a", "one title of it", "one text"));
        groups.begin(candidate("", "something else between them", "else"));
        groups.begin(candidate("", "other title of it", "other text"));

        assertThat(groups.join(candidate("10.1/a", "other title of it", "other text")))
                .isTrue();

        assertThat(groups.groups()).hasSize(2);
        assertThat(groups.groups().getFirst()).isSameAs(first);
        assertThat(first.textKeys()).hasSize(2);
    }

    @Test
    void theOrderOfRecordsDoesNotChangeWhoBelongsTogether() {
        List<PaperIdentity> records = new ArrayList<>();
        for (int paper = 0; paper < 8; paper++) {
            String title = "title number %d of all".formatted(paper);
            records.add(identity("10.1/" + paper, title, "text " + paper));
            records.add(identity("10.1/" + paper, "preprint number %d of all".formatted(paper), "draft " + paper));
            records.add(identity("", title, "text " + paper));
            records.add(identity("", "preprint number %d of all".formatted(paper), ""));
        }
        for (int seed = 0; seed < 20; seed++) {
            DuplicateGroups groups = new DuplicateGroups();
            for (int row : RandomSample.permutation(records.size(), new SplittableRandom(seed))) {
                addTo(groups, new DuplicateGroups.Candidate(records.get(row), NONE));
            }
            assertThat(groups.groups()).as("seed %d", seed).hasSize(8).allSatisfy(group -> {
                assertThat(group.textKeys()).hasSize(2);
                assertThat(group.titles()).isEqualTo(1);
            });
            Set<String> keys = new TreeSet<>();
            groups.groups().forEach(group -> keys.addAll(group.textKeys()));
            assertThat(keys).hasSize(16);
        }
    }

    @Test
    void aVectorIsReadOnceAtMost() {
        List<Integer> read = new ArrayList<>();
        DuplicateGroups groups = new DuplicateGroups();
        for (int i = 0; i < 4; i++) {
            int number = i;
            String text = "one two three four five six seven eight nine ten eleven twelve " + "abcd".charAt(i);
            addTo(groups, new DuplicateGroups.Candidate(identity("", "a title of words", text), () -> {
                read.add(number);
                return Optional.of(new float[] {1, number == 3 ? -1 : 0.01f * number});
            }));
        }
        assertThat(read).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(groups.groups()).hasSize(2);
    }

    @Test
    void recordsWithoutVectorsAreJudgedByTheirWordsAlone() {
        DuplicateGroups groups = new DuplicateGroups();
        addTo(groups, candidate("", "a title of words", "one text"));
        assertThat(addTo(groups, candidate("", "a title of words", "another text")))
                .isFalse();
    }

    @Test
    void anUnreadableVectorIsNoReasonToTakeTwoForOne() {
        DuplicateGroups groups = new DuplicateGroups();
        addTo(groups, candidate("", "a title of words", "one text"));
        DuplicateGroups.Candidate unreadable =
                new DuplicateGroups.Candidate(identity("", "a title of words", "another text"), () -> {
                    throw new IOException("disk");
                });
        assertThatThrownBy(() -> groups.join(unreadable)).isInstanceOf(UncheckedIOException.class);
        assertThat(groups.groups()).hasSize(1);
    }
}

package io.github.scimult.core.journal;

import java.util.List;

/**
 * Changes that were made together: after a power cut there are all of them or none. A line of the journal.
 *
 * @param number 1 for the first of a library; each is larger by one than the one before
 * @param time in ISO 8601, of the machine that wrote it
 * @param changes in their order; none in the line that begins a compacted journal
 */
public record ChangeSet(long number, String time, List<Change> changes) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }
}

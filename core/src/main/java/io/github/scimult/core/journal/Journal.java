package io.github.scimult.core.journal;

import io.github.scimult.core.feedback.Verdict;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.NotWrittenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A library's journal, {@code changes.jsonl} in its folder: a line for each set of changes, appended under a lock and synced to the disk
 * before {@link #append} returns. Any number of threads and processes may append and read at once.
 *
 * <pre>{@code
 * long number = journal.append(List.of(new Change.PutPaper(paper)));
 * try (JournalReader reader = journal.after(0)) {
 *     Optional<ChangeSet> first = reader.next();
 * }
 * }</pre>
 */
public final class Journal {
    /** The file's name. */
    public static final String FILE = "changes.jsonl";

    private static final String LOCK_FILE = "changes.lock";

    private final Path file;
    private final Path lockFile;

    /** @param folder of the library */
    public Journal(Path folder) {
        this.file = folder.resolve(FILE);
        this.lockFile = folder.resolve(LOCK_FILE);
    }

    public Path file() {
        return file;
    }

    /**
     * Appends changes, all of them or, where it fails, none.
     *
     * @param changes at least one
     * @return the set's number
     * @throws NotWrittenException if the disk is full or cannot be written to; the journal is as it was
     */
    public long append(List<? extends Change> changes) throws IOException {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a set of changes has at least one");
        }
        try (JournalLock _ = JournalLock.acquire(lockFile);
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            JournalEnd end = JournalEnd.of(file, channel);
            channel.truncate(end.position());
            ChangeSet set = new ChangeSet(end.number() + 1, now(), List.copyOf(changes));
            write(channel, end.position(), ChangeFormat.line(set));
            return set.number();
        }
    }

    private void write(FileChannel channel, long position, byte[] line) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
        } catch (IOException full) {
            channel.truncate(position);
            throw NotWrittenException.of(file, full);
        }
    }

    /** Reads what comes behind a change set. @param after its number; 0 for everything */
    public JournalReader after(long after) {
        return new JournalReader(file, after);
    }

    /** The number of the last change set; 0 if there is none. */
    public long last() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return JournalEnd.of(file, channel).number();
        }
    }

    /** How many change sets there are. @throws BadDataException if a whole line is none of a journal's */
    public long count() throws IOException {
        long count = 0;
        try (JournalReader all = after(0)) {
            while (all.next().isPresent()) {
                count++;
            }
        }
        return count;
    }

    /**
     * Shortens the journal to what is still needed once a collection holds the changes up to one of them: feedback, which no collection
     * holds, and all that came behind.
     *
     * @param upTo the number of the last change set that the collection holds
     */
    public void compact(long upTo) throws IOException {
        try (JournalLock _ = JournalLock.acquire(lockFile)) {
            AtomicFile.write(file, out -> {
                try (JournalReader all = after(0)) {
                    for (Optional<ChangeSet> set = all.next(); set.isPresent(); set = all.next()) {
                        ChangeSet kept = set.get().number() > upTo ? set.get() : feedbackOf(set.get());
                        // The last one stays, empty or not, since its number is what the next one is counted from.
                        if (!kept.changes().isEmpty() || kept.number() == upTo) {
                            out.write(ChangeFormat.line(kept));
                        }
                    }
                }
            });
        }
    }

    private static ChangeSet feedbackOf(ChangeSet set) {
        return new ChangeSet(
                set.number(),
                set.time(),
                set.changes().stream()
                        .filter(Change.GiveFeedback.class::isInstance)
                        .toList());
    }

    /**
     * The feedback that counts, of several verdicts on the same result the last, in the order in which they were first given.
     *
     * @throws BadDataException if a whole line is none of a journal's
     */
    public List<Verdict> feedback() throws IOException {
        Map<List<String>, Verdict> last = new LinkedHashMap<>();
        try (JournalReader all = after(0)) {
            for (Optional<ChangeSet> set = all.next(); set.isPresent(); set = all.next()) {
                for (Change change : set.get().changes()) {
                    if (change instanceof Change.GiveFeedback(Verdict given)) {
                        last.put(List.of(given.task().name(), given.asked(), given.answer()), given);
                    }
                }
            }
        }
        return List.copyOf(last.values());
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

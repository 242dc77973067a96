package io.github.scimult.core.collection;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a collection is read.
 *
 * @param skipBadRecords leave out what cannot be used, count and report it; otherwise such a collection is refused
 * @param refuseEmptyPapers count a paper with neither title nor text among what cannot be used
 * @param cacheFolder where a compressed file of records is unpacked to and kept for the next time; if empty, it is
 *     unpacked into the system's temporary folder and gone when the collection is closed
 */
public record ReadOptions(boolean skipBadRecords, boolean refuseEmptyPapers, Optional<Path> cacheFolder) {
    /** Refuses every bad record, accepts empty papers, keeps nothing. */
    public static final ReadOptions DEFAULTS = new ReadOptions(false, false, Optional.empty());

    /** What {@code --skip-bad-records} means: bad records and empty papers are left out. */
    public static final ReadOptions SKIP_BAD_RECORDS = new ReadOptions(true, true, Optional.empty());

    /** The same, unpacking to a folder of one's own. */
    public ReadOptions withCacheFolder(Path folder) {
        return new ReadOptions(skipBadRecords, refuseEmptyPapers, Optional.of(folder));
    }

    /** The same, refusing (or leaving out) papers with neither title nor text. */
    public ReadOptions refusingEmptyPapers() {
        return new ReadOptions(skipBadRecords, true, cacheFolder);
    }
}

package io.github.scimult.library.live;

import io.github.scimult.core.storage.BadDataException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes that are in the journal and that no index takes, with the reason; the last thousand are remembered. Safe for use by many threads. */
final class RefusedChanges {
    private static final int REMEMBERED = 1_000;

    private final Map<Long, String> reasons = new LinkedHashMap<>();

    synchronized void add(long number, String reason) {
        reasons.merge(number, reason, (first, _) -> first);
        if (reasons.size() > REMEMBERED) {
            reasons.remove(reasons.keySet().iterator().next());
        }
    }

    /** @throws BadDataException if a change set, or a part of it, could not be indexed */
    synchronized void requireAccepted(long number) {
        String reason = reasons.get(number);
        if (reason != null) {
            throw new BadDataException("written, but not indexed: " + reason);
        }
    }
}

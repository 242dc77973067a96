package io.github.scimult.core.storage;

import java.io.IOException;

/** Something is being changed by somebody else now, and can be later. The message says what, for people. */
public final class LockedException extends IOException {
    private static final long serialVersionUID = 1L;

    public LockedException(String message) {
        super(message);
    }
}

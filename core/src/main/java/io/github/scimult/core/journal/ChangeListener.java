package io.github.scimult.core.journal;

import java.io.IOException;

/** Takes the change sets of a journal, in their order. */
@FunctionalInterface
public interface ChangeListener {
    /** One of them. */
    void accept(ChangeSet set) throws IOException;
}

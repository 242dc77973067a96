package io.github.scimult.core.journal;

import java.util.Locale;

/** What is decided of a label for a paper. */
public enum LabelDecision {
    /** The paper carries it. */
    ASSIGNED,
    /** It does not fit: it is suggested no more, and training takes it for a hard negative. */
    REJECTED,
    /** Nothing is decided: neither carried nor rejected. */
    CLEARED;

    /** As it stands in files and requests. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

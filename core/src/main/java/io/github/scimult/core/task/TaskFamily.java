package io.github.scimult.core.task;

/**
 * The three families of tasks, all of them "given a query, rank candidates" (SciMult, section 3).
 */
public enum TaskFamily {
    /** Query: a paper; candidates: labels. */
    CLASSIFICATION,
    /** Query: a paper; candidates: papers. */
    LINK,
    /** Query: free text; candidates: papers. */
    SEARCH;

    /** The name as it stands in folders and on the command line. */
    public String lowerCaseName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package io.github.scimult.core.text;

/** What a text is in retrieval. Some models read a prompt before a text, another one for each role. */
public enum TextRole {
    /** What somebody searches with: free text. */
    QUERY,
    /**
     * A paper or a label, be it a candidate or what labels and citations are looked for with: between papers, and between papers and
     * labels, either side may be the query, so that both are read alike.
     */
    DOCUMENT
}

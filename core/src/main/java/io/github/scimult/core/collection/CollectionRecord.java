package io.github.scimult.core.collection;

import io.github.scimult.core.text.SegmentedText;

/** What the three files of a collection hold, one a line. */
public sealed interface CollectionRecord permits Paper, Label, Query {
    /** The name by which judgements speak of it; unique within its file, never empty. */
    String id();

    /** Its text as an encoder sees it. */
    SegmentedText segments();
}

package io.github.scimult.server.message;

import io.github.scimult.search.record.IndexedLabel;
import java.util.List;

/** All labels. */
public record LabelList(List<IndexedLabel> labels) {}

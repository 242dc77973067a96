package io.github.scimult.core.text;

import java.util.List;

/**
 * A text in segments that the encoder sees joined by the special token {@code [SEP]}: {@code title [SEP] abstract} for
 * a paper, {@code name [SEP] definition} for a label, one segment for a query (SciMult, section 3.1).
 *
 * @param segments the segments in order; empty ones are left out
 * @param role whether it is searched with, or is itself a paper or label
 */
public record SegmentedText(List<String> segments, TextRole role) {
    public SegmentedText {
        segments = segments.stream().filter(segment -> !segment.isBlank()).toList();
    }

    /** A paper's or a label's text. */
    public static SegmentedText of(String... segments) {
        return new SegmentedText(List.of(segments), TextRole.DOCUMENT);
    }

    /** What somebody searches with. */
    public static SegmentedText query(String text) {
        return new SegmentedText(List.of(text), TextRole.QUERY);
    }

    /** The segments joined by a space, for readers that know no special tokens (BM25, reports). */
    public String plain() {
        return String.join(" ", segments);
    }
}

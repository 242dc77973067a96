package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import java.util.List;
import java.util.stream.Collectors;

/** How papers are written for reference managers. */
public enum CitationExport {
    BIBTEX("application/x-bibtex"),
    RIS("application/x-research-info-systems"),
    CSL_JSON("application/vnd.citationstyles.csl+json");

    private final String mediaType;

    CitationExport(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Without its character set, which is UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** Papers in their order, as one file. */
    public String write(List<Paper> papers) {
        return switch (this) {
            case BIBTEX -> papers.stream().map(BibTexWriter::entry).collect(Collectors.joining("\n"));
            case RIS -> papers.stream().map(RisWriter::record).collect(Collectors.joining());
            case CSL_JSON -> CslJsonWriter.list(papers);
        };
    }
}

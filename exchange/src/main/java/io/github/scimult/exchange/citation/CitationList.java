package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was read of a file: each record is either among the citations or among the remarks.
 *
 * @param citations in the file's order, each with an id of its own
 * @param remarks in the file's order
 */
public record CitationList(List<Citation> citations, List<Remark> remarks) {
    public CitationList {
        citations = List.copyOf(citations);
        remarks = List.copyOf(remarks);
    }

    /** The papers alone. */
    public List<Paper> papers() {
        return citations.stream().map(Citation::paper).toList();
    }

    /** Gathers a list: gives ids to records without one, and another id to a second record under the same one. */
    static final class Builder {
        private final Map<String, Paper> byId = new HashMap<>();
        private final List<Citation> citations = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();

        void add(Citation citation) {
            Paper paper = citation.paper();
            if (paper.title().isEmpty()) {
                remarks.add(Remark.lost(
                        citation.line(),
                        (paper.id().isEmpty() ? "this record" : "the record '" + paper.id() + "'") + " has no title"));
                return;
            }
            String wanted = paper.id().isEmpty() ? Citation.unnamed(citations.size() + 1) : paper.id();
            if (paper.equals(byId.get(wanted))) {
                remarks.add(Remark.note(citation.line(), "'" + wanted + "' stands in the file twice; it is kept once"));
                return;
            }
            String id = wanted;
            for (int copy = 2; byId.containsKey(id); copy++) {
                id = wanted + "-" + copy;
            }
            if (!id.equals(wanted)) {
                remarks.add(Remark.note(
                        citation.line(),
                        "'" + wanted + "' names another record already; this one is called '" + id + "'"));
            }
            byId.put(id, paper);
            Paper named = new Paper(id, paper.title(), paper.text(), paper.metadata());
            citations.add(new Citation(named, citation.keywords(), citation.line()));
        }

        void add(Remark remark) {
            remarks.add(remark);
        }

        CitationList build() {
            return new CitationList(
                    citations,
                    remarks.stream()
                            .sorted(Comparator.comparingLong(Remark::line))
                            .toList());
        }
    }
}

package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Papers of BibTeX and biblatex. */
final class BibTexReader {
    private BibTexReader() {}

    static CitationList read(String text) {
        BibTexParser.Parsed parsed = BibTexParser.parse(text);
        Map<String, BibTexEntry> byKey = new HashMap<>();
        parsed.entries().forEach(entry -> byKey.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), entry));
        CitationList.Builder list = new CitationList.Builder();
        parsed.remarks().forEach(list::add);
        for (BibTexEntry entry : parsed.entries()) {
            if (!List.of("set", "xdata").contains(entry.type())) {
                String named = entry.first("crossref", "xref").strip();
                String parent = named.toLowerCase(Locale.ROOT);
                if (!parent.isEmpty() && !byKey.containsKey(parent)) {
                    list.add(Remark.note(
                            entry.line(),
                            "'" + key(entry) + "' refers to '" + named
                                    + "', which is not in the file: what it would take from there is missing"));
                }
                list.add(citation(entry, Optional.ofNullable(byKey.get(parent))));
            }
        }
        return list.build();
    }

    private static Citation citation(BibTexEntry entry, Optional<BibTexEntry> parent) {
        Paper paper = new Paper(key(entry), title(entry), plain(entry.first("abstract")), metadata(entry, parent));
        List<String> keywords = Keywords.split(plain(entry.first("keywords", "keyword", "author_keywords")));
        return new Citation(paper, keywords, entry.line());
    }

    private static String key(BibTexEntry entry) {
        return entry.key().replaceAll("\\s+", " ").strip();
    }

    private static String title(BibTexEntry entry) {
        String title = plain(entry.first("title", "maintitle"));
        String subtitle = plain(entry.first("subtitle"));
        if (subtitle.isEmpty() || title.isEmpty()) {
            return title + subtitle;
        }
        return title + (title.matches(".*[.?!:]") ? " " : ": ") + subtitle;
    }

    private static PaperMetadata metadata(BibTexEntry entry, Optional<BibTexEntry> parent) {
        String year = entry.first("year", "date", "eventdate");
        String ofParent = parent.map(book -> book.first("year", "date")).orElse("");
        return new PaperMetadata(
                PublicationYear.of(year.isEmpty() ? ofParent : plain(year)),
                venue(entry, parent),
                PersonNames.ofBibTex(entry.first("author")),
                List.of(),
                other(entry));
    }

    private static String venue(BibTexEntry entry, Optional<BibTexEntry> parent) {
        String own = entry.first("journal", "journaltitle", "shortjournal", "booktitle", "eventtitle");
        if (!own.isEmpty() || parent.isPresent()) {
            return plain(own.isEmpty() ? parent.get().first("booktitle", "title") : own);
        }
        return plain(entry.first("school", "institution", "series", "publisher", "howpublished"));
    }

    private static Map<String, Object> other(BibTexEntry entry) {
        Map<String, Object> other = new LinkedHashMap<>();
        CitationFields.put(other, CitationFields.TYPE, entry.type());
        CitationFields.put(other, CitationFields.DOI, Doi.bare(LatexText.verbatim(entry.first("doi"))));
        CitationFields.put(other, CitationFields.URL, LatexText.verbatim(entry.first("url")));
        CitationFields.put(other, CitationFields.LANGUAGE, plain(entry.first("langid", "language")));
        return other;
    }

    private static String plain(String latex) {
        return LatexText.plain(latex);
    }
}

package io.github.scimult.exchange.importing;

import io.github.scimult.core.record.Paper;
import io.github.scimult.exchange.citation.Citation;
import io.github.scimult.exchange.citation.CitationFormat;
import io.github.scimult.exchange.citation.CitationList;
import io.github.scimult.exchange.citation.Remark;
import io.github.scimult.exchange.source.FilesOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What reference managers export: papers with their keywords as labels.
 *
 * @param format of the files
 * @param name of this import
 * @param source programs that write it
 */
record CitationsImport(CitationFormat format, String name, String source) implements ImportFormat {
    static final CitationsImport BIBTEX = new CitationsImport(
            CitationFormat.BIBTEX, "bibtex", "Zotero, JabRef, Mendeley, Google Scholar, Crossref, Scopus and others");
    static final CitationsImport RIS = new CitationsImport(
            CitationFormat.RIS, "ris", "EndNote, Zotero, Mendeley, Scopus, Web of Science, Embase and others");
    static final CitationsImport NBIB =
            new CitationsImport(CitationFormat.NBIB, "nbib", "pubmed.ncbi.nlm.nih.gov, Save, PubMed");

    @Override
    public String explanation() {
        return "--in is a file of " + format.displayName() + ", packed or not, or a folder of files "
                + String.join(" and ", format.endings()) + "; keywords become labels.";
    }

    @Override
    public boolean leavesBadOut() {
        return true;
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        readAll(List.of(in), into);
    }

    @Override
    public void readAll(List<Path> in, CollectionImport into) throws IOException {
        Map<String, Paper> known = new HashMap<>();
        for (Path file : FilesOf.all(in, format.endings())) {
            CitationList list = format.read(file);
            for (Remark remark : list.remarks()) {
                ImportLine at = new ImportLine(file, remark.line());
                if (remark.lost()) {
                    into.bad(at, remark.message());
                } else {
                    into.note(at, remark.message());
                }
            }
            for (Citation citation : list.citations()) {
                add(new ImportLine(file, citation.line()), citation, known, into);
            }
        }
    }

    /** Two files may call different papers by the same key. */
    private static void add(ImportLine at, Citation citation, Map<String, Paper> known, CollectionImport into)
            throws IOException {
        String id = citation.paper().id();
        Paper named = citation.paper();
        for (int copy = 2; isOther(known.get(named.id()), named); copy++) {
            named = named(citation, citation.isUnnamed() ? Citation.unnamed(known.size() + copy - 1) : id + "-" + copy);
        }
        if (!named.id().equals(id) && !citation.isUnnamed()) {
            into.note(at, "'" + id + "' names another paper in another file; this one is called '" + named.id() + "'");
        }
        known.put(named.id(), named);
        into.add(at, named);
        for (String keyword : citation.keywords()) {
            into.assign(at, named.id(), keyword);
        }
    }

    private static Paper named(Citation citation, String id) {
        Paper paper = citation.paper();
        return new Paper(id, paper.title(), paper.text(), paper.metadata());
    }

    private static boolean isOther(Paper known, Paper paper) {
        return known != null && !known.title().equals(paper.title());
    }
}

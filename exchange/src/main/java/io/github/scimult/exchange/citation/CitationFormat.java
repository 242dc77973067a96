package io.github.scimult.exchange.citation;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.exchange.source.FilesOf;
import io.github.scimult.exchange.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How reference managers and literature databases write papers down. */
public enum CitationFormat {
    BIBTEX("BibTeX", ".bib .bibtex"),
    RIS("RIS", ".ris"),
    NBIB("PubMed's tagged format", ".nbib .medline");

    private final String displayName;
    private final String endings;

    CitationFormat(String displayName, String endings) {
        this.displayName = displayName;
        this.endings = endings;
    }

    /** For people. */
    public String displayName() {
        return displayName;
    }

    /** The ends of names of such files, each with its dot, in lower case. */
    public List<String> endings() {
        return List.of(endings.split(" "));
    }

    /** Reads a text; every record is among the papers, or among the remarks with its line. */
    public CitationList read(String text) {
        return switch (this) {
            case BIBTEX -> BibTexReader.read(text);
            case RIS -> RisReader.read(text);
            case NBIB -> NbibReader.read(text);
        };
    }

    /**
     * Reads a file, packed or not, in any encoding.
     *
     * @throws BadDataException if it cannot be read at all
     */
    public CitationList read(Path file) throws IOException {
        SourceText source = SourceText.read(file);
        CitationList list = read(source.text());
        if (source.foreignLines().isEmpty()) {
            return list;
        }
        List<Remark> remarks = new ArrayList<>(list.remarks());
        remarks.addFirst(Remark.note(source.foreignLines().getFirst(), source.foreignLinesRemark()));
        return new CitationList(list.citations(), remarks);
    }

    /** The format of a file by the end of its name, before that of a compression. */
    public static Optional<CitationFormat> of(Path file) {
        String name = FilesOf.plainName(file);
        return Stream.of(values())
                .filter(format -> format.endings().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /**
     * Reads a file whose name says its format.
     *
     * @throws BadDataException if it is another file, or no record of it can be used
     */
    public static CitationList readFile(Path file) throws IOException {
        CitationFormat format = of(file).orElseThrow(() ->
                BadDataException.in(file, "a file of citations is called *.bib (BibTeX), *.ris or *.nbib (PubMed)"));
        CitationList list = format.read(file);
        if (list.citations().isEmpty()) {
            throw list.remarks().isEmpty()
                    ? BadDataException.in(file, "there is no record of " + format.displayName + " in it")
                    : BadDataException.in(
                            file,
                            list.remarks().getFirst().line(),
                            list.remarks().getFirst().message());
        }
        return list;
    }
}

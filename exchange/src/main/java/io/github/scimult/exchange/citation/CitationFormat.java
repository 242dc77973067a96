package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How reference managers write papers down. */
public enum CitationFormat {
    BIBTEX,
    RIS;

    /**
     * The papers of a text, in its order; entries without a title are left out.
     *
     * @throws BadDataException if the text is not in this format
     */
    public List<Paper> read(String text) {
        return this == BIBTEX ? BibTexReader.read(text) : RisReader.read(text);
    }

    /**
     * The papers of a file, whose name ends in {@code .bib} or {@code .ris}.
     *
     * @throws BadDataException if it is another file, or not what its name says
     */
    public static List<Paper> readFile(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".bib") && !name.endsWith(".ris")) {
            throw new BadDataException(file + ": a file of citations is called *.bib (BibTeX) or *.ris");
        }
        try {
            return (name.endsWith(".bib") ? BIBTEX : RIS).read(Files.readString(file));
        } catch (BadDataException wrong) {
            throw new BadDataException(file + ": " + wrong.getMessage(), wrong);
        }
    }
}

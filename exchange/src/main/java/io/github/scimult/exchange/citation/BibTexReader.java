package io.github.scimult.exchange.citation;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.BadDataException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/** Reads BibTeX; commands of LaTeX in values become the characters that they stand for. */
final class BibTexReader {
    private static final Key ABSTRACT = new Key("abstract");

    private BibTexReader() {}

    static List<Paper> read(String text) {
        List<Paper> papers = new ArrayList<>();
        parsed(text).getEntries().forEach((key, entry) -> {
            String title = field(entry, BibTeXEntry.KEY_TITLE);
            if (!title.isEmpty()) {
                papers.add(new Paper(key.getValue(), title, field(entry, ABSTRACT), metadata(entry)));
            }
        });
        return List.copyOf(papers);
    }

    private static BibTeXDatabase parsed(String text) {
        try {
            return new BibTeXParser().parse(new StringReader(text));
        } catch (ParseException wrong) {
            int line = wrong.currentToken == null ? 1 : wrong.currentToken.endLine;
            throw new BadDataException("line " + line + ": this is no BibTeX", wrong);
        } catch (TokenMgrException | IllegalArgumentException wrong) {
            throw new BadDataException("this is no BibTeX: " + wrong.getMessage(), wrong);
        }
    }

    private static PaperMetadata metadata(BibTeXEntry entry) {
        String journal = field(entry, BibTeXEntry.KEY_JOURNAL);
        String authors = field(entry, BibTeXEntry.KEY_AUTHOR);
        return new PaperMetadata(
                RisReader.year(field(entry, BibTeXEntry.KEY_YEAR)),
                journal.isEmpty() ? field(entry, BibTeXEntry.KEY_BOOKTITLE) : journal,
                authors.isEmpty() ? List.of() : Arrays.asList(authors.split("\\s+and\\s+")),
                List.of(),
                Map.of());
    }

    private static String field(BibTeXEntry entry, Key key) {
        Value value = entry.getField(key);
        return value == null ? "" : plain(value.toUserString());
    }

    private static String plain(String latex) {
        String text = LatexAccents.composed(latex);
        if (text.indexOf('\\') >= 0 || text.indexOf('{') >= 0) {
            try {
                text = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(text)));
            } catch (ParseException | RuntimeException unreadable) {
                text = text.replaceAll("[{}]", ""); // better a command in a text than no text
            }
        }
        return text.replaceAll("\\s+", " ").strip();
    }
}

package io.github.scimult.exchange.citation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes papers as CSL-JSON, the input of citation processors, as Zotero and Pandoc read it. */
final class CslJsonWriter {
    private static final Map<String, String> TYPES = Map.of(
            "inproceedings", "paper-conference",
            "incollection", "chapter",
            "book", "book",
            "phdthesis", "thesis",
            "techreport", "report",
            "misc", "document");

    /** Groups have no family name. */
    private static final Pattern GROUP =
            Pattern.compile("(?i).*\\b(collaboration|consortium|group|team|committee|initiative|network)\\b.*");

    /** The last word with the particles before it, such as "van der Berg"; a name in capitals alone has none. */
    private static final Pattern GIVEN_AND_FAMILY =
            Pattern.compile("(?<given>.*?\\S)\\s+(?<family>(?:\\p{Ll}[\\p{Ll}'’]*\\s+)*\\S+)");

    private CslJsonWriter() {}

    /** A list of items, with a line end. */
    static String list(List<Paper> papers) {
        ArrayNode items = Json.MAPPER.createArrayNode();
        papers.forEach(paper -> items.add(item(paper)));
        return Json.indented(items);
    }

    private static ObjectNode item(Paper paper) {
        ObjectNode item = Json.MAPPER.createObjectNode();
        item.put("id", paper.id());
        item.put("type", TYPES.getOrDefault(BibTexWriter.type(paper), "article-journal"));
        put(item, "title", paper.title());
        paper.metadata().authors().stream()
                .filter(name -> !name.isBlank())
                .forEach(name -> item.withArray("author").add(name(name.strip())));
        if (paper.metadata().year() != null) {
            item.putObject("issued")
                    .putArray("date-parts")
                    .addArray()
                    .add(paper.metadata().year());
        }
        put(item, "container-title", paper.metadata().venue());
        put(item, "abstract", paper.text());
        put(item, "DOI", Doi.bare(CitationFields.text(paper, CitationFields.DOI)));
        put(item, "URL", CitationFields.text(paper, CitationFields.URL));
        put(item, "language", CitationFields.text(paper, CitationFields.LANGUAGE));
        return item;
    }

    /** What cannot be told apart is given as a whole. */
    private static ObjectNode name(String name) {
        ObjectNode parts = Json.MAPPER.createObjectNode();
        int comma = name.indexOf(',');
        var whole = GIVEN_AND_FAMILY.matcher(name);
        if (GROUP.matcher(name).matches()) {
            return parts.put("literal", name);
        } else if (comma > 0) {
            return parts.put("family", name.substring(0, comma).strip())
                    .put("given", name.substring(comma + 1).strip());
        } else if (whole.matches()) {
            return parts.put("family", whole.group("family")).put("given", whole.group("given"));
        }
        return parts.put("literal", name);
    }

    private static void put(ObjectNode item, String field, String value) {
        if (!value.isBlank()) {
            item.put(field, value);
        }
    }
}

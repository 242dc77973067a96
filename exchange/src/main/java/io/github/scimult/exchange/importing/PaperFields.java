package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.record.Paper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A paper whose fields may be called as in any of the services that hand out papers: CSL-JSON, Crossref, OpenAlex, Semantic Scholar,
 * arXiv's metadata, or a table's columns.
 *
 * @param node its fields
 */
record PaperFields(JsonNode node) {
    private static final List<String> IDS = List.of(
            "_id",
            "id",
            "paperId",
            "paper_id",
            "corpusId",
            "corpus_id",
            "key",
            "citation-key",
            "pmid",
            "eid",
            "doi",
            "DOI",
            "record_id");
    private static final List<String> KEYWORDS = List.of(
            "keywords",
            "keyword",
            "author_keywords",
            "labels",
            "label",
            "tags",
            "mesh_terms",
            "subject",
            "categories",
            "fieldsOfStudy",
            "topics",
            "concepts");
    private static final List<String> NAMES = List.of("display_name", "name", "category", "descriptor_name");

    /** The paper, under its own id or the one that is given. */
    Paper paper(String idOtherwise) {
        String id = IDS.stream()
                .map(name -> JsonPaper.text(node, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(idOtherwise);
        return JsonPaper.of(bare(id), node, idFields());
    }

    private Set<String> idFields() {
        Set<String> fields = new LinkedHashSet<>(KEYWORDS);
        IDS.stream()
                .filter(name -> !name.equalsIgnoreCase("doi") && !name.equals("pmid"))
                .forEach(fields::add);
        return fields;
    }

    /** OpenAlex names its records by address; their last part is enough. */
    private static String bare(String id) {
        return id.replaceFirst("^https?://(?:api\\.)?openalex\\.org/(?:works/)?", "")
                .replaceFirst("^https?://(?:dx\\.)?doi\\.org/", "")
                .replaceAll("[\\t\\r\\n]+", " ");
    }

    /** Adds a paper with its keywords as labels and its references as links. */
    void addTo(ImportLine at, Paper paper, CollectionImport into) throws IOException {
        into.add(at, paper);
        if (!into.hasPaper(paper.id())) {
            return;
        }
        for (String keyword : keywords()) {
            into.assign(at, paper.id(), keyword);
        }
        for (String cited : paper.metadata().references()) {
            into.cite(paper.id(), bare(cited));
        }
    }

    /** Of the first field that has any: a list of texts or of objects with names, or one text. */
    private List<String> keywords() {
        for (String field : KEYWORDS) {
            List<String> keywords = new ArrayList<>();
            JsonNode value = node.path(field);
            if (value.isTextual()) {
                String separator = value.asText().indexOf(';') >= 0 ? ";" : field.equals("categories") ? "\\s+" : ",";
                keywords.addAll(List.of(value.asText().split(separator)));
            }
            value.forEach(each -> keywords.add(each.isObject() ? name(each) : each.asText()));
            keywords.replaceAll(keyword -> keyword.strip());
            keywords.removeIf(String::isEmpty);
            if (!keywords.isEmpty()) {
                return keywords.stream().filter(distinctByName()).toList();
            }
        }
        return List.of();
    }

    private static Predicate<String> distinctByName() {
        Set<String> seen = new LinkedHashSet<>();
        return name -> seen.add(name.toLowerCase(Locale.ROOT));
    }

    private static String name(JsonNode object) {
        return NAMES.stream()
                .map(field -> JsonPaper.text(object, field))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}

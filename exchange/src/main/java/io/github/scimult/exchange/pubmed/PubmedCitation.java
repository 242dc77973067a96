package io.github.scimult.exchange.pubmed;

import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.exchange.citation.PublicationYear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where in an article, or a chapter of a book, each part of a record stands. */
final class PubmedCitation {
    private final XmlElement citation;
    private final XmlElement article;
    private final XmlElement pubmedData;

    private PubmedCitation(XmlElement citation, XmlElement article, XmlElement pubmedData) {
        this.citation = citation;
        this.article = article;
        this.pubmedData = pubmedData;
    }

    /** The record of an element PubmedArticle, PubmedBookArticle or MedlineCitation; its id is empty if it has no PMID. */
    static PubmedRecord record(XmlElement root) {
        XmlElement none = new XmlElement("", Map.of(), List.of());
        XmlElement citation = root.name().equals("MedlineCitation")
                ? root
                : child(root, "MedlineCitation", child(root, "BookDocument", none));
        XmlElement article = child(citation, "Article", citation);
        XmlElement data = child(root, "PubmedData", child(root, "PubmedBookData", none));
        return new PubmedCitation(citation, article, data).record();
    }

    private static XmlElement child(XmlElement element, String name, XmlElement otherwise) {
        return element.all(name).stream().findFirst().orElse(otherwise);
    }

    private PubmedRecord record() {
        return new PubmedRecord(new Paper(citation.text("PMID"), title(), summary(), metadata()), descriptors());
    }

    /** Titles that are not known in English stand in their own language beside it. */
    private String title() {
        String title = article.text("ArticleTitle");
        String vernacular = article.text("VernacularTitle");
        boolean missing = title.isEmpty() || title.matches("(?i)\\[?not available\\.?]?\\.?");
        if (missing && !vernacular.isEmpty()) {
            return vernacular;
        }
        return title.isEmpty() ? article.text("Book/BookTitle") : title;
    }

    private String summary() {
        return String.join(
                " ",
                article.all("Abstract/AbstractText").stream()
                        .map(PubmedCitation::part)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String part(XmlElement part) {
        String label = part.attribute("Label").strip();
        String text = part.text();
        return label.isEmpty() || label.equals("UNLABELLED") || text.isEmpty() ? text : label + ": " + text;
    }

    private PaperMetadata metadata() {
        Map<String, Object> other = new LinkedHashMap<>();
        putFirst(
                other,
                "doi",
                Stream.concat(
                        ofKind(article.all("ELocationID"), "EIdType", "doi"),
                        ofKind(pubmedData.all("ArticleIdList/ArticleId"), "IdType", "doi")));
        putFirst(other, "language", article.all("Language").stream().map(XmlElement::text));
        String venue = article.text("Journal/Title");
        return new PaperMetadata(
                year(), venue.isEmpty() ? article.text("Book/BookTitle") : venue, authors(), references(), other);
    }

    private static void putFirst(Map<String, Object> fields, String name, Stream<String> values) {
        values.filter(value -> !value.isEmpty()).findFirst().ifPresent(value -> fields.put(name, value));
    }

    /** Of the publication; dates of the record itself, such as DateCompleted, are another thing. */
    private Integer year() {
        return Stream.of(
                        "Journal/JournalIssue/PubDate/Year",
                        "Journal/JournalIssue/PubDate/MedlineDate",
                        "Book/PubDate/Year",
                        "Book/PubDate/MedlineDate",
                        "ArticleDate/Year",
                        "ContributionDate/Year")
                .map(article::text)
                .map(PublicationYear::of)
                .filter(year -> year != null)
                .findFirst()
                .orElse(null);
    }

    /** The work's own authors, or the editors of a book that names no others. */
    private List<String> authors() {
        List<XmlElement> lists = Stream.concat(
                        article.all("AuthorList").stream(), article.all("Book/AuthorList").stream())
                .toList();
        List<XmlElement> ofAuthors = lists.stream()
                .filter(list -> !list.attribute("Type").equals("editors"))
                .toList();
        return (ofAuthors.isEmpty() ? lists : ofAuthors)
                .stream()
                        .flatMap(list -> list.all("Author").stream())
                        .filter(author -> !author.attribute("ValidYN").equals("N"))
                        .map(PubmedCitation::name)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }

    private static String name(XmlElement author) {
        String given = author.text("ForeName");
        String first = given.isEmpty() ? author.text("Initials") : given;
        String person = String.join(" ", first, author.text("LastName"), author.text("Suffix"))
                .replaceAll(" +", " ")
                .strip();
        return person.isEmpty() ? author.text("CollectiveName") : person;
    }

    private List<String> references() {
        Set<String> cited = new LinkedHashSet<>();
        citation.all("CommentsCorrectionsList/CommentsCorrections").stream()
                .filter(other -> other.attribute("RefType").equals("Cites"))
                .map(other -> other.text("PMID"))
                .forEach(cited::add);
        for (XmlElement reference : pubmedData.below("Reference")) {
            ofKind(reference.all("ArticleIdList/ArticleId"), "IdType", "pubmed").forEach(cited::add);
        }
        cited.remove("");
        return new ArrayList<>(cited);
    }

    private static Stream<String> ofKind(List<XmlElement> elements, String attribute, String kind) {
        return elements.stream()
                .filter(element -> element.attribute(attribute).equals(kind))
                .filter(element -> !element.attribute("ValidYN").equals("N"))
                .map(XmlElement::text);
    }

    private Map<String, String> descriptors() {
        Map<String, String> descriptors = new LinkedHashMap<>();
        for (XmlElement descriptor : citation.all("MeshHeadingList/MeshHeading/DescriptorName")) {
            String name = descriptor.text();
            String code = descriptor.attribute("UI").strip();
            if (!name.isEmpty()) {
                descriptors.put(code.isEmpty() ? name.replaceAll("\\s+", "-") : code, name);
            }
        }
        return descriptors;
    }
}

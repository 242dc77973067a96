package io.github.scimult.exchange.importing;

import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** PubMed's own files ({@code pubmed25n0001.xml.gz}): papers with their MeSH descriptors as labels. Nothing outside the file is loaded. */
final class MedlineFormat implements ImportFormat {
    @Override
    public String name() {
        return "medline";
    }

    @Override
    public String explanation() {
        return "--in is a file of PubMed's baseline or updates, XML, packed or not; MeSH descriptors become labels.";
    }

    @Override
    public String source() {
        return "ftp.ncbi.nlm.nih.gov/pubmed/baseline";
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (Reader reader = ImportFile.reader(in)) {
            XMLStreamReader xml = factory.createXMLStreamReader(reader);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("MedlineCitation")) {
                    citation(in, xml, into);
                }
            }
        } catch (XMLStreamException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw BadDataException.in(
                    in,
                    line,
                    "no XML of PubMed: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static void citation(Path in, XMLStreamReader xml, CollectionImport into)
            throws XMLStreamException, IOException {
        ImportLine at = new ImportLine(in, xml.getLocation().getLineNumber());
        Citation citation = new Citation();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("MedlineCitation"))) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                citation.element(xml);
            }
        }
        if (citation.id.isEmpty()) {
            into.bad(at, "a citation without PMID");
            return;
        }
        into.add(at, citation.paper());
        for (Map.Entry<String, String> label : citation.labels.entrySet()) {
            into.add(at, new Label(label.getKey(), label.getValue(), ""));
            into.judge(at, Task.CLASSIFICATION, citation.id, label.getKey(), 1);
        }
    }

    /** What is gathered of a citation. */
    private static final class Citation {
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<String> authors = new ArrayList<>();
        private final List<String> parts = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private String id = "";
        private String title = "";
        private String venue = "";
        private String last = "";
        private Integer year;

        void element(XMLStreamReader xml) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "PMID" -> {
                    String number = text(xml);
                    if (id.isEmpty()) {
                        id = number;
                    }
                }
                case "ArticleTitle" -> title = text(xml);
                case "AbstractText" -> {
                    String part = xml.getAttributeValue(null, "Label");
                    String words = text(xml);
                    parts.add(part == null ? words : part + ": " + words);
                }
                case "Title" -> venue = text(xml);
                case "Year" -> {
                    String number = text(xml);
                    year = year == null && number.matches("\\d{4}") ? Integer.valueOf(number) : year;
                }
                case "LastName" -> last = text(xml);
                case "ForeName" -> authors.add((text(xml) + " " + last).strip());
                case "DescriptorName" -> {
                    String code = xml.getAttributeValue(null, "UI");
                    String name = text(xml);
                    labels.put(code == null ? name.replaceAll("\\s+", "-") : code, name);
                }
                default -> {
                    // the rest is of no use here
                }
            }
        }

        /** The text of an element and of those within it, such as italics. */
        private static String text(XMLStreamReader xml) throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            for (int depth = 1; depth > 0; ) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    default -> {
                        // comments
                    }
                }
            }
            return text.toString().replaceAll("\\s+", " ").strip();
        }

        Paper paper() {
            return new Paper(
                    id, title, String.join(" ", parts), new PaperMetadata(year, venue, authors, references, Map.of()));
        }
    }
}

package io.github.scimult.exchange.pubmed;

import io.github.scimult.core.text.CharacterReferences;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of XML from its text. It has no declarations, so nothing can be expanded or loaded. */
final class XmlReading {
    private static final int MAX_DEPTH = 200;
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");
    private static final XMLInputFactory FACTORY = factory();

    private XmlReading() {}

    /** What is wrong in the XML, and in which of its lines. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final long line;

        Malformed(long line, String message) {
            super(message, null, false, false);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    static XmlElement read(String xml) throws Malformed {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(repaired(xml)));
            return element(reader);
        } catch (XMLStreamException wrong) {
            long line = wrong.getLocation() == null
                    ? 1
                    : Math.max(1, wrong.getLocation().getLineNumber());
            throw new Malformed(line, reason(wrong));
        }
    }

    /** The parser's reason without its place, which it says in lines of its own. */
    private static String reason(XMLStreamException wrong) {
        String message = String.valueOf(wrong.getMessage());
        int begin = message.indexOf("Message: ");
        String reason = begin < 0 ? message : message.substring(begin + "Message: ".length());
        return reason.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^http://www\\.w3\\.org/\\S*#", "")
                .replaceFirst("\\?.*", "");
    }

    private static XmlElement element(XMLStreamReader reader) throws XMLStreamException, Malformed {
        Deque<XmlElement> open = new ArrayDeque<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element =
                            new XmlElement(unprefixed(reader.getLocalName()), attributes(reader), new ArrayList<>());
                    if (!open.isEmpty()) {
                        open.peek().content().add(element);
                    }
                    open.push(element);
                    if (open.size() > MAX_DEPTH) {
                        throw new Malformed(
                                reader.getLocation().getLineNumber(), "elements are nested more than 200 deep");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement ended = open.pop();
                    if (open.isEmpty()) {
                        return ended;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().content().add(reader.getText());
                    }
                }
                default -> {
                    // comments
                }
            }
        }
    }

    /** Prefixes may be declared outside of the element, and mean nothing here. */
    private static String unprefixed(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Without characters that XML does not know, names of HTML decoded, a lone ampersand escaped. */
    private static String repaired(String xml) {
        return NO_XML.matcher(CharacterReferences.forXml(xml)).replaceAll(" ");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // References to single characters count as expansions; there can be none of others.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        return factory;
    }
}

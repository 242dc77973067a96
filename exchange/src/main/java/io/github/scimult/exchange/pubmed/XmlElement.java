package io.github.scimult.exchange.pubmed;

import io.github.scimult.core.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of XML with all that is in it.
 *
 * @param name without a prefix
 * @param attributes by name
 * @param content texts and elements, in their order
 */
record XmlElement(String name, Map<String, String> attributes, List<Object> content) {
    /** These say again in another notation what stands beside them. */
    private static final List<String> REPEATED = List.of("annotation", "annotation-xml");

    /** The elements of a name that are directly within this one, for each step of a path such as {@code Journal/Title}. */
    List<XmlElement> all(String path) {
        List<XmlElement> found = List.of(this);
        for (String step : path.split("/")) {
            found = found.stream()
                    .flatMap(XmlElement::elements)
                    .filter(element -> element.name.equals(step))
                    .toList();
        }
        return found;
    }

    private Stream<XmlElement> elements() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** Every element of a name at any depth. */
    List<XmlElement> below(String wanted) {
        List<XmlElement> found = new ArrayList<>();
        elements().forEach(element -> {
            if (element.name.equals(wanted)) {
                found.add(element);
            }
            found.addAll(element.below(wanted));
        });
        return found;
    }

    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    /** The text of the first element of a path; empty if there is none. */
    String text(String path) {
        return all(path).stream().findFirst().map(XmlElement::text).orElse("");
    }

    /** Its text and that of elements within, such as italics, with single spaces. */
    String text() {
        StringBuilder text = new StringBuilder();
        gather(text);
        return PlainText.singleSpaced(PlainText.of(text.toString()));
    }

    private void gather(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof XmlElement element) {
                if (!REPEATED.contains(element.name)) {
                    element.gather(text);
                }
            } else {
                text.append(part);
            }
        }
    }
}

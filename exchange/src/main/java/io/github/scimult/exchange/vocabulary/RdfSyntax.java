package io.github.scimult.exchange.vocabulary;

import io.github.scimult.exchange.source.FilesOf;
import io.github.scimult.exchange.source.SourceReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.jsonld.JSONLDParser;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;

/** Ways of writing RDF, seen by a file's name. */
public enum RdfSyntax {
    /** N-Triples are Turtle as well. */
    TURTLE("Turtle", ".ttl .nt .n3"),
    RDF_XML("RDF/XML", ".rdf .owl .xml .skos"),
    JSON_LD("JSON-LD", ".jsonld .json-ld");

    private static final int SAMPLE_CHARACTERS = 1 << 16;
    private static final Pattern KEYWORD_OF_JSON_LD = Pattern.compile("\"@(context|graph|id|type)\"\\s*:");

    private final String displayName;
    private final String endings;

    RdfSyntax(String displayName, String endings) {
        this.displayName = displayName;
        this.endings = endings;
    }

    private Stream<String> endings() {
        return Stream.of(endings.split(" "));
    }

    String displayName() {
        return displayName;
    }

    /** The endings of files that hold it, with their dot. */
    public static List<String> allEndings() {
        return Arrays.stream(values()).flatMap(RdfSyntax::endings).toList();
    }

    /** How a file is written; empty if its name does not say that it is RDF. A {@code .json} is, if its content is JSON-LD. */
    public static Optional<RdfSyntax> of(Path file) throws IOException {
        String name = FilesOf.plainName(file);
        if (name.endsWith(".json")) {
            return isJsonLd(file) ? Optional.of(JSON_LD) : Optional.empty();
        }
        return Arrays.stream(values())
                .filter(each -> each.endings().anyMatch(name::endsWith))
                .findFirst();
    }

    private static boolean isJsonLd(Path file) throws IOException {
        try (Reader reader = SourceReader.open(file)) {
            char[] sample = new char[SAMPLE_CHARACTERS];
            int length = reader.read(sample);
            return length > 0
                    && KEYWORD_OF_JSON_LD.matcher(new String(sample, 0, length)).find();
        }
    }

    RDFParser parser() {
        return switch (this) {
            case TURTLE -> new TurtleParser();
            case RDF_XML -> new RDFXMLParser();
            case JSON_LD -> new JSONLDParser();
        };
    }
}

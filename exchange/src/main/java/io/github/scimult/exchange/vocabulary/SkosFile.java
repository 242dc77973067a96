package io.github.scimult.exchange.vocabulary;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.exchange.source.SourceReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.rdf4j.rio.ParserConfig;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;

/** A file of SKOS. Nothing beside it is read: neither what it names nor what its addresses lead to. */
final class SkosFile {
    private SkosFile() {}

    static void read(Path file, RdfSyntax syntax, Concepts into) throws IOException {
        RDFParser parser = syntax.parser();
        parser.setParserConfig(lenient());
        SkosStatements statements = new SkosStatements(into);
        parser.setRDFHandler(statements);
        try (Reader reader = SourceReader.openStrictly(file)) {
            parser.parse(reader, file.toUri().toString());
        } catch (RDFParseException | RDFHandlerException wrong) {
            long line = wrong instanceof RDFParseException parsing ? Math.max(1, parsing.getLineNumber()) : 1;
            throw new BadDataException(
                    BadDataException.in(
                                    file,
                                    line,
                                    "this is no sound " + syntax.displayName() + ": " + reason(wrong)
                                            + ". Correct the file, or convert it to Turtle with another program.")
                            .getMessage(),
                    wrong);
        }
        if (!statements.haveConcepts()) {
            throw BadDataException.in(
                    file, "there is no concept in this file: a vocabulary has subjects whose rdf:type is skos:Concept");
        }
    }

    private static String reason(Exception wrong) {
        String message = wrong.getMessage() == null ? wrong.getClass().getSimpleName() : wrong.getMessage();
        return message.replaceFirst("\\s*\\[line -?\\d+(, column -?\\d+)?]$", "")
                .strip();
    }

    /** Odd language tags, dates and addresses are no reason to refuse a vocabulary. */
    private static ParserConfig lenient() {
        ParserConfig config = new ParserConfig();
        config.set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false);
        config.set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, false);
        config.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
        config.set(BasicParserSettings.FAIL_ON_UNKNOWN_LANGUAGES, false);
        config.set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
        config.set(BasicParserSettings.VERIFY_RELATIVE_URIS, false);
        config.set(XMLParserSettings.LOAD_EXTERNAL_DTD, false);
        config.set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, false);
        config.set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, false);
        config.set(JSONLDSettings.SECURE_MODE, true);
        config.set(JSONLDSettings.WHITELIST, Set.of());
        return config;
    }
}

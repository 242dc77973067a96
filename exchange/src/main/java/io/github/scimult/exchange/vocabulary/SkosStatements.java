package io.github.scimult.exchange.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/** Takes from statements what they say of concepts; others, such as mappings to other vocabularies, are passed over. */
final class SkosStatements extends AbstractRDFHandler {
    private final Concepts into;
    private boolean haveConcepts;

    SkosStatements(Concepts into) {
        this.into = into;
    }

    @Override
    public void handleStatement(Statement statement) {
        if (!(statement.getSubject() instanceof IRI subject)) {
            return;
        }
        IRI predicate = statement.getPredicate();
        switch (statement.getObject()) {
            case Literal literal -> literal(subject.stringValue(), predicate, literal);
            case IRI object -> link(subject.stringValue(), predicate, object);
            case Value _ -> {} // nodes without a name
        }
    }

    /** Whether any was called a concept. */
    boolean haveConcepts() {
        return haveConcepts;
    }

    private void link(String subject, IRI predicate, IRI object) {
        if (predicate.equals(RDF.TYPE) && object.equals(SKOS.CONCEPT)) {
            into.of(subject).isConcept = true;
            haveConcepts = true;
        } else if (predicate.equals(SKOS.BROADER)) {
            into.of(subject).broader.add(object.stringValue());
        } else if (predicate.equals(SKOS.NARROWER)) {
            into.of(object.stringValue()).broader.add(subject);
        }
    }

    private void literal(String subject, IRI predicate, Literal literal) {
        String text = literal.getLabel().strip();
        if (predicate.equals(OWL.DEPRECATED)) {
            into.of(subject).isDeprecated = text.equals("true") || text.equals("1");
        } else if (predicate.equals(SKOS.NOTATION)) {
            Concept concept = into.of(subject);
            concept.notation = concept.notation.isEmpty() ? text : concept.notation;
        } else if (!text.isEmpty()) {
            texts(subject, predicate).add(new LanguageText(literal.getLanguage().orElse(""), text));
        }
    }

    private List<LanguageText> texts(String subject, IRI predicate) {
        Concept concept = into.of(subject);
        if (predicate.equals(SKOS.PREF_LABEL)) {
            return concept.names;
        }
        if (predicate.equals(RDFS.LABEL)) {
            return concept.plainLabels;
        }
        if (predicate.equals(SKOS.ALT_LABEL) || predicate.equals(SKOS.HIDDEN_LABEL)) {
            return concept.synonyms;
        }
        if (predicate.equals(SKOS.DEFINITION)) {
            return concept.definitions;
        }
        return predicate.equals(SKOS.SCOPE_NOTE) ? concept.scopeNotes : new ArrayList<>();
    }
}

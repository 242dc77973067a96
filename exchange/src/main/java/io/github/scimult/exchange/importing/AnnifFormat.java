package io.github.scimult.exchange.importing;

import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Task;
import io.github.scimult.exchange.annif.AnnifDocument;
import io.github.scimult.exchange.annif.AnnifDocuments;
import io.github.scimult.exchange.annif.AnnifFiles;
import io.github.scimult.exchange.vocabulary.Concepts;
import io.github.scimult.exchange.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Vocabularies and documents as Annif reads them. Documents are papers, subjects are labels. */
final class AnnifFormat implements ImportFormat {
    @Override
    public String name() {
        return "annif";
    }

    @Override
    public String explanation() {
        return "--in is a vocabulary (SKOS as .ttl, .nt, .rdf or .jsonld; .csv or .tsv with uri, labels and notation) or documents (.tsv, "
                + ".csv, .jsonl; folders of .txt with .tsv or .key beside, or of .json): give both, each with --in.";
    }

    @Override
    public String source() {
        return "what annif load-vocab and annif train read; thesauri of Finto, EuroVoc, STW and others as SKOS";
    }

    @Override
    public boolean leavesBadOut() {
        return true;
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        readAll(List.of(in), into);
    }

    /** The vocabulary first, whatever the order. */
    @Override
    public void readAll(List<Path> in, CollectionImport into) throws IOException {
        AnnifFiles files = AnnifFiles.of(in);
        Concepts concepts = new Concepts();
        for (Path file : files.vocabularies()) {
            concepts.read(file, (line, problem) -> into.bad(new ImportLine(file, line), problem));
        }
        Vocabulary vocabulary = Vocabulary.of(concepts, into.language());
        vocabulary.sentences().forEach(into::say);
        for (Label label : vocabulary.labels()) {
            into.add(new ImportLine(files.vocabularies().getFirst(), 1), label);
        }
        Reading reading = new Reading(into, vocabulary, !files.vocabularies().isEmpty());
        for (Path file : files.documents()) {
            AnnifDocuments.read(file, reading.of(file));
        }
        if (files.vocabularies().isEmpty()) {
            into.say("no vocabulary was given: labels are the subjects that documents name by a label");
        }
    }

    /** Documents of all files, one after the other. */
    private static final class Reading {
        private final CollectionImport into;
        private final Vocabulary vocabulary;
        private final boolean hasVocabulary;
        private final Map<String, String> texts =
                new HashMap<>(); // by papers' ids: the ids that their texts would give
        private final Set<String> told = new HashSet<>();

        Reading(CollectionImport into, Vocabulary vocabulary, boolean hasVocabulary) {
            this.into = into;
            this.vocabulary = vocabulary;
            this.hasVocabulary = hasVocabulary;
        }

        AnnifDocuments.Taker of(Path file) {
            return new AnnifDocuments.Taker() {
                @Override
                public void take(AnnifDocument document) throws IOException {
                    document(new ImportLine(file, document.line()), document);
                }

                @Override
                public void bad(long line, String problem) throws IOException {
                    into.bad(new ImportLine(file, line), problem);
                }

                @Override
                public void note(long line, String remark) throws IOException {
                    into.note(new ImportLine(file, line), remark);
                }
            };
        }

        private void document(ImportLine at, AnnifDocument document) throws IOException {
            Paper paper = JsonPaper.of("", document.paper(), Set.of());
            if (paper.title().isBlank() && paper.text().isBlank()) {
                into.bad(at, "this document has no text");
                return;
            }
            String id = id(at, document, document.idByText());
            into.add(at, new Paper(id, paper.title(), paper.text(), paper.metadata()));
            if (!into.hasPaper(id)) {
                return;
            }
            for (AnnifDocument.Subject subject : document.subjects()) {
                assign(at, id, subject);
            }
        }

        /** Its own, unless another document has it: then that of its text. */
        private String id(ImportLine at, AnnifDocument document, String byText) throws IOException {
            String own = document.id().strip();
            String id = own.isEmpty() ? byText : own;
            String known = texts.putIfAbsent(id, byText);
            if (known == null || known.equals(byText)) {
                return id;
            }
            into.note(at, "another document is called '" + own + "' already; this one is called '" + byText + "'");
            texts.putIfAbsent(byText, byText);
            return byText;
        }

        private void assign(ImportLine at, String paper, AnnifDocument.Subject subject) throws IOException {
            Optional<Label> label =
                    subject.uri().isEmpty() ? vocabulary.named(subject.label()) : vocabulary.ofUri(subject.uri());
            if (label.isPresent()) {
                into.judge(at, Task.CLASSIFICATION, paper, label.get().id(), 1);
            } else if (!hasVocabulary && !subject.label().isEmpty()) {
                assignUnlisted(at, paper, subject);
            } else {
                unknown(at, subject);
            }
        }

        /** Without a vocabulary, documents say themselves what subjects there are. */
        private void assignUnlisted(ImportLine at, String paper, AnnifDocument.Subject subject) throws IOException {
            if (subject.uri().isEmpty()) {
                into.assign(at, paper, subject.label());
            } else {
                if (told.add(subject.uri())) {
                    into.add(at, new Label(subject.uri(), subject.label(), ""));
                }
                into.judge(at, Task.CLASSIFICATION, paper, subject.uri(), 1);
            }
        }

        private void unknown(ImportLine at, AnnifDocument.Subject subject) throws IOException {
            boolean leftOut = vocabulary.leftOut(subject.uri());
            into.count(
                    "assigned subjects " + (leftOut ? "left out, as they are deprecated" : "that no vocabulary has"));
            if (told.add(subject.text())) {
                into.note(
                        at,
                        "the subject " + subject.text() + (leftOut ? " is deprecated" : " is in no vocabulary")
                                + "; papers are kept without it");
            }
        }
    }
}

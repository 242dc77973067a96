package io.github.scimult.app.command;

import io.github.scimult.app.option.ResultOptions;
import io.github.scimult.core.collection.RecordFile;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.text.PlainText;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.exchange.citation.CitationFormat;
import io.github.scimult.exchange.citation.CitationList;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.record.IndexedPaper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The papers that an index is asked about: one that is in it, a text, or those of a file. */
final class QueryPaper {
    @Option(names = "--paper", paramLabel = "ID", description = "A paper of the index.")
    private String paper;

    @Option(names = "--title", defaultValue = "", description = "Title of a paper that is not in the index.")
    private String title;

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Its abstract, or a paragraph of a manuscript; - reads standard input.")
    private String text;

    @Option(
            names = "--bibtex",
            paramLabel = "FILE",
            description = "All entries of a file *.bib (BibTeX), *.ris or *.nbib (PubMed), one after the other.")
    private Path citations;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "All papers of a file of JSON lines as a collection's corpus.jsonl, one after the other.")
    private Path input;

    @Option(names = "--top", defaultValue = "10", description = "The number of results (default: ${DEFAULT-VALUE}).")
    private int top;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * A paper that is asked about.
     *
     * @param name of one among several; null where it is the only one
     * @param text of the paper
     * @param paper itself; empty for a text
     * @param limit the maximum number of results
     */
    record Question(String name, SegmentedText text, Optional<IndexedPaper> paper, int limit) {
        /** The id of the paper itself; none for a text. */
        Set<String> own() {
            return paper.map(known -> Set.of(known.id())).orElse(Set.of());
        }

        /** Ids of the paper itself and of what it cites; none for a text. */
        Set<String> known() {
            return paper.map(IndexedPaper::known).orElse(Set.of());
        }
    }

    /** Handles one question. */
    interface Answering {
        void answer(Question question) throws IOException;
    }

    /** Refuses a call that does not name one kind of paper, before anything is opened. */
    void check() {
        boolean texts = text != null || !title.isEmpty();
        long kinds = Stream.of(paper != null, texts, citations != null, input != null)
                .filter(given -> given)
                .count();
        if (kinds != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say about what, in one way: --paper ID, --title and --text, --bibtex FILE, or --input FILE");
        }
        ResultOptions.positive("--top", top);
    }

    /** Handles the questions in turn. */
    void forEach(LiteratureIndex index, Answering answering) throws IOException {
        if (input != null) {
            ofRecords(answering);
        } else {
            for (Question question : few(index)) {
                answering.answer(question);
            }
        }
    }

    private List<Question> few(LiteratureIndex index) throws IOException {
        if (citations != null) {
            CitationList entries = CitationFormat.readFile(citations);
            entries.remarks()
                    .forEach(remark -> System.err.println(citations + ":" + remark.line() + ": " + remark.message()));
            return entries.papers().stream()
                    .map(entry -> ofText(entry.id(), entry.segments()))
                    .toList();
        }
        if (paper == null) {
            return List.of(ofText(null, SegmentedText.of(PlainText.of(title), PlainText.of(textOrInput()))));
        }
        IndexedPaper found = index.paper(paper)
                .orElseThrow(() -> new IllegalArgumentException("--paper " + paper + ": the index has no such paper"));
        return List.of(new Question(null, found.segments(), Optional.of(found), top));
    }

    private void ofRecords(Answering answering) throws IOException {
        try (RecordFile file = RecordFile.open(input)) {
            RecordStore<? extends CollectionRecord> records = file.records();
            for (int row = 0; row < records.size(); row++) {
                answering.answer(ofText(records.id(row), records.get(row).segments()));
            }
        }
    }

    private Question ofText(String name, SegmentedText of) {
        return new Question(name, of, Optional.empty(), top);
    }

    /** A text as given, or standard input for a dash. */
    private String textOrInput() throws IOException {
        if (text == null) {
            return "";
        }
        return text.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip() : text;
    }
}

package io.github.scimult.server.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.scimult.core.configuration.RecordBinder;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.journal.LabelDecision;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.storage.Json;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.exchange.annif.DocumentText;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.tag.Tag;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.RawAnswer;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.ById;
import io.github.scimult.server.message.subject.ApiInfo;
import io.github.scimult.server.message.subject.DocumentMetadata;
import io.github.scimult.server.message.subject.DocumentSuggestions;
import io.github.scimult.server.message.subject.LearnRequest;
import io.github.scimult.server.message.subject.ProjectInfo;
import io.github.scimult.server.message.subject.ProjectList;
import io.github.scimult.server.message.subject.SubjectSuggestions;
import io.github.scimult.server.message.subject.SubjectSuggestions.SubjectSuggestion;
import io.github.scimult.server.message.subject.SubjectsBatchRequest;
import io.github.scimult.server.message.subject.SubjectsRequest;
import io.github.scimult.server.message.subject.VocabularyInfo;
import io.github.scimult.server.message.subject.VocabularyList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Label suggestion in the shapes of Annif's API. The library is the one project, and its labels are the one vocabulary; a client may call
 * the project as it called its own.
 */
public record AnnifRoutes(ServedLibrary served, Limits limits, String version) {
    private static final Logger LOG = LoggerFactory.getLogger("scimult.annif");
    private static final String PROJECT = "library";
    private static final String VOCABULARY = "labels";
    private static final String UNKNOWN_SUBJECTS = "X-Unknown-Subjects";
    private static final RecordBinder BINDER = RecordBinder.ofRequests("field");

    private static final RouteText INFO = new RouteText("readSubjectApi", "Read what answers, as Annif's API tells it");
    private static final RouteText VOCABULARIES = new RouteText(
            "listVocabularies", "List the vocabularies, as Annif's API", "There is one: the labels of the library.");
    private static final RouteText PROJECTS =
            new RouteText("listProjects", "List the projects, as Annif's API", "There is one: the library.");
    private static final RouteText READ_PROJECT =
            new RouteText("readProject", "Read a project, as Annif's API", "Every id names the library.");
    private static final RouteText SUGGEST = new RouteText(
            "suggestSubjects",
            "Suggest labels for a text, as Annif's API",
            "The text comes in a form's field, or in JSON.");
    private static final RouteText BATCH =
            new RouteText("suggestSubjectsOfMany", "Suggest labels for several texts, as Annif's API");
    private static final RouteText LEARN = new RouteText(
            "learnSubjects",
            "Add labelled papers, as Annif's API learns",
            "Each text becomes a paper that carries the labels, and is evidence for other papers at once. The same text again is the same "
                    + "paper. Subjects that are no labels of the library are left out; X-Unknown-Subjects tells how many.");

    /** The routes. */
    public List<Route<?>> routes() {
        VocabularyInfo vocabulary = new VocabularyInfo(VOCABULARY, List.of("en"), 2, true);
        ProjectInfo project = project(PROJECT, vocabulary);
        DocumentMetadata titled = new DocumentMetadata(Optional.of("Drawing graphs"));
        SubjectSuggestion graphs = new SubjectSuggestion("g", "graphs", Optional.of("511.5"), 0.8);
        return List.of(
                Route.get("/v1/", INFO, NoParameters.class, ApiInfo.class, _ -> new ApiInfo("SciMult", version))
                        .example(new ApiInfo("SciMult", version)),
                Route.get("/v1/vocabs", VOCABULARIES, NoParameters.class, VocabularyList.class, this::vocabularies)
                        .example(new VocabularyList(List.of(vocabulary))),
                Route.get("/v1/projects", PROJECTS, NoParameters.class, ProjectList.class, this::projects)
                        .example(new ProjectList(List.of(project))),
                Route.get("/v1/projects/{id}", READ_PROJECT, ById.class, ProjectInfo.class, this::project)
                        .example(new ById(PROJECT), project),
                Route.post(
                                "/v1/projects/{id}/suggest",
                                SUGGEST,
                                RequestForm.Values.ofForm(SubjectsRequest.class),
                                SubjectSuggestions.class,
                                this::suggest)
                        .example(
                                SubjectsRequest.of(PROJECT, "We lay out large graphs.", 5),
                                new SubjectSuggestions(List.of(graphs))),
                Route.post(
                                "/v1/projects/{id}/suggest-batch",
                                BATCH,
                                SubjectsBatchRequest.class,
                                DocumentSuggestions[].class,
                                this::suggestForEach)
                        .example(
                                SubjectsBatchRequest.of(
                                        PROJECT,
                                        List.of(new SubjectsBatchRequest.Document(
                                                "We lay out large graphs.", Optional.of("d1"), Optional.of(titled)))),
                                List.of(new DocumentSuggestions(List.of(graphs), Optional.of("d1")))),
                Route.postLines(
                                "/v1/projects/{id}/learn",
                                LEARN,
                                new RequestForm.Lines<>(LearnRequest.class, AnnifRoutes::learnRequest),
                                this::learn)
                        .exampleRequest(new LearnRequest(
                                PROJECT,
                                "We lay out large graphs.",
                                Optional.of(titled),
                                List.of(new LearnRequest.Subject(Optional.of("g"), Optional.of("graphs"))))));
    }

    private static LearnRequest learnRequest(String json) {
        try {
            if (Json.UNTRUSTED.readTree(json) instanceof ObjectNode fields) {
                return BINDER.bind(LearnRequest.class, fields);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        throw new IllegalArgumentException("a document is a JSON object with 'text' and 'subjects'");
    }

    private VocabularyList vocabularies(NoParameters none) throws IOException {
        return new VocabularyList(List.of(vocabulary()));
    }

    private VocabularyInfo vocabulary() throws IOException {
        int labels = served.index().statistics().labels();
        String language = served.index().facts().language().code();
        return new VocabularyInfo(VOCABULARY, List.of(language), labels, labels > 0);
    }

    private ProjectList projects(NoParameters none) throws IOException {
        return new ProjectList(List.of(project(PROJECT, vocabulary())));
    }

    private ProjectInfo project(ById request) throws IOException {
        return project(request.id(), vocabulary());
    }

    private static ProjectInfo project(String id, VocabularyInfo vocabulary) {
        String language = vocabulary.languages().getFirst();
        ProjectInfo.Backend backend = new ProjectInfo.Backend("scimult");
        return new ProjectInfo(
                id, "SciMult: labels of this library", language, backend, vocabulary, language, vocabulary.loaded());
    }

    private SubjectSuggestions suggest(SubjectsRequest request) throws IOException {
        return new SubjectSuggestions(
                suggestions(request.title(), request.text(), request.limit(), request.threshold()));
    }

    private DocumentSuggestions[] suggestForEach(SubjectsBatchRequest request) throws IOException {
        List<DocumentSuggestions> answers = new ArrayList<>();
        for (SubjectsBatchRequest.Document document : request.documents()) {
            Optional<String> title = document.metadata().flatMap(DocumentMetadata::title);
            answers.add(new DocumentSuggestions(
                    suggestions(title, document.text(), request.limit(), request.threshold()), document.id()));
        }
        return answers.toArray(DocumentSuggestions[]::new);
    }

    private List<SubjectSuggestion> suggestions(
            Optional<String> title, String text, Optional<Integer> limit, Optional<Double> threshold)
            throws IOException {
        SegmentedText segments = DocumentText.paper(title.orElse(""), text).segments();
        List<Tag> tags = served.tagger().tags(segments, Set.of(), limits.results(limit), false);
        return tags.stream()
                .map(AnnifRoutes::suggestion)
                .filter(suggestion -> suggestion.score() >= threshold.orElse(0.0))
                .toList();
    }

    private static SubjectSuggestion suggestion(Tag tag) {
        IndexedLabel label = tag.label();
        Optional<String> notation = Optional.of(label.notation()).filter(code -> !code.isEmpty());
        return new SubjectSuggestion(label.id(), label.name(), notation, tag.certainty());
    }

    private RawAnswer learn(List<LearnRequest> documents) throws IOException {
        Map<String, String> ids = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        int unknown = 0;
        for (LearnRequest document : documents) {
            Optional<String> title = document.metadata().flatMap(DocumentMetadata::title);
            Paper paper = DocumentText.paper(title.orElse(""), document.text());
            if (served.index()
                    .paper(paper.id())
                    .isEmpty()) { // else its words are the same, and more may be known of it
                changes.add(new Change.PutPaper(paper));
            }
            for (LearnRequest.Subject subject : document.subjects()) {
                Optional<String> label = label(subject, ids);
                if (label.isPresent()) {
                    changes.add(new Change.JudgeLabel(paper.id(), label.get(), LabelDecision.ASSIGNED));
                } else {
                    unknown++;
                    LOG.warn(
                            "paper {} is kept without the subject {}, which is no label of the library",
                            paper.id(),
                            subject.uri().or(subject::label).orElse(""));
                }
            }
        }
        served.write(changes);
        return RawAnswer.nothing(unknown == 0 ? Map.of() : Map.of(UNKNOWN_SUBJECTS, Integer.toString(unknown)));
    }

    /**
     * The id of a subject's label.
     *
     * @param ids by names; filled where the first subject comes without a URI
     */
    private Optional<String> label(LearnRequest.Subject subject, Map<String, String> ids) throws IOException {
        if (subject.uri().isPresent()) {
            return served.index().label(subject.uri().get()).map(IndexedLabel::id);
        }
        if (ids.isEmpty()) {
            served.index().labels().forEach(label -> ids.putIfAbsent(name(label.name()), label.id()));
        }
        return Optional.ofNullable(ids.get(name(subject.label().orElse(""))));
    }

    private static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

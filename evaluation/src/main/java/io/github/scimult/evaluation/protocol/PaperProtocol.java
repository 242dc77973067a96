package io.github.scimult.evaluation.protocol;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.evaluation.ranking.EvaluationProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The protocols of the paper's evaluation (section 4), by name, with the files they need below the folder of the authors' data.
 */
@SuppressWarnings("ImmutableEnumChecker") // a Task is a record of constants, and a Measurement a method
public enum PaperProtocol {
    CLASSIFICATION_FINE(
            Task.CLASSIFICATION,
            "classification_fine",
            "_papers_test.json",
            "all labels are ranked for each paper: Recall@20/50/100, also with labels named in the text first",
            FineClassification::run),
    CLASSIFICATION_COARSE(
            Task.CLASSIFICATION,
            "classification_coarse",
            "_papers_test.json",
            "the nearest of a few labels: Micro- and Macro-F1",
            CoarseClassification::run),
    CLASSIFICATION_COARSE_LINEAR(
            Task.CLASSIFICATION,
            "classification_coarse",
            "_papers_train.json",
            "a linear classifier on the frozen vectors: Macro- and Micro-F1",
            CoarseClassification::linear),
    LINK_RETRIEVAL(
            Task.LINK,
            "link_prediction_retrieval",
            "_papers_test.json",
            "all papers are ranked for each, itself among them: Recall@20/50/100",
            (file, encoder) -> LinkRetrieval.run(file, encoder, false)),
    LINK_RETRIEVAL_WITHOUT_QUERY(
            Task.LINK,
            "link_prediction_retrieval",
            "_papers_test.json",
            "the same without the paper itself: not the authors', but the saner score",
            (file, encoder) -> LinkRetrieval.run(file, encoder, true)),
    PATIENTS(
            Task.LINK,
            "link_prediction_retrieval",
            "_queries_test.json",
            "similar patients of PMC-Patients: Recall@20/50/100",
            LinkRetrieval::patients),
    RECOMMENDATION(
            Task.LINK,
            "link_prediction_reranking",
            "_papers_test.json",
            "graded papers are ranked: nDCG@5, nDCG@10, nDCG",
            Reranking::recommendation),
    LINK_RERANKING_SCIDOCS(
            Task.LINK,
            "scidocs",
            ".qrel",
            "lists of about thirty by the distance of vectors, as SciDocs does: MAP, nDCG",
            Reranking::scidocs),
    SEARCH_RERANKING(
            Task.SEARCH,
            "search",
            "_queries_test.json",
            "judged papers are ranked (Search, TRECCOVID_SciRepEval): nDCG@10",
            Reranking::search),
    SEARCH_RETRIEVAL(
            Task.SEARCH,
            "search",
            "_queries_test.json",
            "all papers are searched (TRECCOVID_BEIR, SciFact, NFCorpus): nDCG@10",
            Reranking::corpus);

    private static final Predicate<String> RERANKED = List.of("Search", "TRECCOVID_SciRepEval")::contains;

    private final Task task;
    private final String folder;
    private final String ending;
    private final String description;
    private final Measurement measurement;

    PaperProtocol(Task task, String folder, String ending, String description, Measurement measurement) {
        this.task = task;
        this.folder = folder;
        this.ending = ending;
        this.description = description;
        this.measurement = measurement;
    }

    private interface Measurement {
        ProtocolScores of(Path file, ProtocolEncoder encoder) throws IOException;
    }

    /**
     * The protocol of a name such as {@code link-retrieval}, or of a part that no other name has, such as {@code scidocs}.
     *
     * @throws IllegalArgumentException if there is none, or there are several
     */
    public static PaperProtocol parse(String name) {
        List<PaperProtocol> meant = Arrays.stream(values())
                .filter(protocol -> protocol.lowerCaseName().contains(name))
                .toList();
        return meant.stream()
                .filter(protocol ->
                        meant.size() == 1 || protocol.lowerCaseName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        meant.isEmpty()
                                ? "unknown protocol '" + name + "': there are " + names(List.of(values()))
                                : "protocol '" + name + "' may be " + names(meant)));
    }

    private static String names(List<PaperProtocol> protocols) {
        return protocols.stream().map(PaperProtocol::lowerCaseName).collect(Collectors.joining(", "));
    }

    public String lowerCaseName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    /** The files it needs, for people. */
    public String files() {
        return folder + "/*" + ending;
    }

    /** The data sets that are there for it, each by its main file. */
    public List<Path> dataSets(Path data) throws IOException {
        return ProtocolFiles.in(data.resolve(folder), ending).stream()
                .filter(file -> this != SEARCH_RERANKING || RERANKED.test(ProtocolFiles.dataset(file)))
                .filter(file -> this != SEARCH_RETRIEVAL || !RERANKED.test(ProtocolFiles.dataset(file)))
                .toList();
    }

    /**
     * Measures an encoder on a data set.
     *
     * @param file one of {@link #dataSets}
     * @throws io.github.scimult.core.storage.BadDataException if a file is damaged or missing; names file and line
     */
    public ProtocolScores measure(Path file, TextEncoder encoder, EvaluationProgress progress) throws IOException {
        return measurement.of(file, new ProtocolEncoder(encoder, task, progress));
    }
}

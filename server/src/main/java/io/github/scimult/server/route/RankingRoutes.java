package io.github.scimult.server.route;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.http.RequestForm;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.embedding.DocumentRanking;
import io.github.scimult.server.message.embedding.DocumentRanking.Document;
import io.github.scimult.server.message.embedding.DocumentRanking.RankedDocument;
import io.github.scimult.server.message.embedding.RankDocumentsRequest;
import io.github.scimult.server.message.embedding.Usage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reranking in the shapes of Cohere's and Jina's APIs. */
public record RankingRoutes(ServedLibrary served) {
    private static final String TEXT =
            "Scores are cosines of vectors of the task that 'model' names, the greatest first.";
    private static final RouteText RANK =
            new RouteText("rankDocuments", "Order documents by a query, as Jina's and Cohere's API", TEXT);
    private static final RouteText SECOND =
            new RouteText("rankDocumentsSecondVersion", "Order documents by a query, as Cohere's second API", TEXT);

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(rank("/v1/rerank", RANK), rank("/v2/rerank", SECOND));
    }

    private Route<RankDocumentsRequest> rank(String path, RouteText text) {
        RequestForm.Values<RankDocumentsRequest> form =
                RequestForm.Values.ofBody(RankDocumentsRequest.class, OtherForms::documentsAsTexts);
        DocumentRanking ranking = new DocumentRanking(
                "list", "search", List.of(new RankedDocument(1, 0.71, Optional.empty())), Usage.of(12));
        return Route.postHeaded(path, text, form, TaskVectors.cutting(DocumentRanking.class), this::rank)
                .example(
                        RankDocumentsRequest.of("drawing graphs", List.of("Cooking rice", "Layouts of graphs"), 1),
                        ranking);
    }

    private Route.Headed<DocumentRanking> rank(RankDocumentsRequest request) {
        Task task = request.model().map(TaskVectors::task).orElse(Task.SEARCH);
        List<String> documents = request.documents();
        TaskVectors embedding = new TaskVectors(served.encoder());
        List<SegmentedText> read = TaskVectors.queryAndTexts(request.query(), documents, task);
        embedding.requireWords("query", read.getFirst());
        embedding.requireWords("documents", read.subList(1, read.size()));
        double[] scores = embedding.cosines(read, task);
        List<RankedDocument> ranked = IntStream.range(0, documents.size())
                .mapToObj(index -> new RankedDocument(index, scores[index], document(request, index)))
                .sorted(Comparator.comparingDouble(document -> -document.relevanceScore()))
                .limit(request.topN().orElse(documents.size()))
                .toList();
        Usage usage = Usage.of(served.encoder().tokens(read));
        return embedding.cut(new DocumentRanking("list", task.name(), ranked, usage), read);
    }

    private static Optional<Document> document(RankDocumentsRequest request, int index) {
        return request.returnDocuments().orElse(false)
                ? Optional.of(new Document(request.documents().get(index)))
                : Optional.empty();
    }
}

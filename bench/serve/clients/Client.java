import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.EmbeddingsApi;
import org.openapitools.client.api.PapersApi;
import org.openapitools.client.api.SearchApi;
import org.openapitools.client.model.EmbeddingsRequest;
import org.openapitools.client.model.PaperLine;
import org.openapitools.client.model.PaperLineMetadata;
import org.openapitools.client.model.TagRequest;

/** Writes a paper, searches, suggests labels, embeds, and deletes the paper, by the client generated for Java. */
class Client {
    private static final String ID = "written-by-java";

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        PapersApi papers = new PapersApi(client);
        SearchApi search = new SearchApi(client);

        PaperLine paper = new PaperLine()
                .id(ID)
                .title("Knitting quaternions")
                .text("We knit quaternions out of wool.")
                .metadata(new PaperLineMetadata().year(2005).authors(List.of("Ada Lovelace")));
        expect(
                "a paper is written",
                papers.putPapers(PapersApi.APIPutPapersRequest.newBuilder()
                                        .paperLine(List.of(paper))
                                        .build())
                                .getPut()
                        == 1);
        var found = search.searchPapers(SearchApi.APISearchPapersRequest.newBuilder()
                        .q("knitting quaternions")
                        .top(3)
                        .build())
                .getResults()
                .getFirst();
        expect(
                "it is found, with why",
                found.getPaper().getId().equals(ID)
                        && found.getPaper().getYear() == 2005
                        && found.getWhy().getBm25().getRank() == 1
                        && found.getWhy().getShared() == null);
        var labels = search.suggestLabels(SearchApi.APISuggestLabelsRequest.newBuilder()
                        .tagRequest(new TagRequest().paper(ID).top(2))
                        .build())
                .getResults();
        expect("labels are suggested", labels.size() == 2 && !labels.getFirst().getLabel().getName().isEmpty());
        var embeddings = new EmbeddingsApi(client)
                .createEmbeddings(EmbeddingsApi.APICreateEmbeddingsRequest.newBuilder()
                        .embeddingsRequest(
                                new EmbeddingsRequest().model("search").input(List.of("knitting", "quaternions")))
                        .build());
        expect(
                "texts are embedded",
                embeddings.getData().getLast().getEmbedding() instanceof List<?> numbers
                        && numbers.size() > 2);
        papers.deletePaper(
                PapersApi.APIDeletePaperRequest.newBuilder().id(ID).build());
        try {
            papers.readPaper(PapersApi.APIReadPaperRequest.newBuilder().id(ID).build());
            expect("the paper is deleted", false);
        } catch (ApiException missing) {
            expect(
                    "the paper is deleted",
                    missing.getCode() == 404 && missing.getResponseBody().contains(ID));
        }
    }

    private static void expect(String what, boolean holds) {
        System.out.println("java: " + what + (holds ? "" : ": NO"));
        if (!holds) {
            System.exit(1);
        }
    }
}

package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Citation triplets of SPECTER as SciRepEval has them: {@code {"query": paper, "pos": paper, "neg": paper}}. */
final class TripletFormat implements ImportFormat {
    @Override
    public String name() {
        return "specter-triplets";
    }

    @Override
    public String explanation() {
        return "--in is a file of objects with query, pos and neg, each a paper; pos becomes a link, neg a hard negative.";
    }

    @Override
    public String source() {
        return "huggingface.co/datasets/allenai/scirepeval, cite_prediction";
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        ImportFile.records(in, into, (at, key, node) -> {
            for (String role : new String[] {"query", "pos", "neg"}) {
                String id = id(node.path(role));
                if (id.isEmpty()) {
                    into.bad(at, "'" + role + "' needs a paper with corpus_id or sha");
                } else {
                    into.add(at, JsonPaper.of(id, node.path(role), Set.of("corpus_id", "score")));
                }
            }
        });
        ImportFile.recordsAgain(in, (at, key, node) -> {
            String query = id(node.path("query"));
            if (!query.isEmpty()) {
                judge(at, query, node.path("pos"), 1, into);
                judge(at, query, node.path("neg"), 0, into);
            }
        });
    }

    private static void judge(ImportLine at, String query, JsonNode other, int score, CollectionImport into)
            throws IOException {
        if (!id(other).isEmpty()) {
            into.judge(at, Task.LINK, query, id(other), score);
        }
    }

    private static String id(JsonNode paper) {
        return paper.hasNonNull("corpus_id") ? JsonPaper.text(paper, "corpus_id") : JsonPaper.text(paper, "sha");
    }
}

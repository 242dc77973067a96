package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Result lists of SciRepEval: a query and the papers that were shown, with a score above 0 for those that were clicked. */
final class SearchListFormat implements ImportFormat {
    @Override
    public String name() {
        return "scirepeval-search";
    }

    @Override
    public String explanation() {
        return "--in is a file of objects with query and candidates, each a paper with corpus_id and score.";
    }

    @Override
    public String source() {
        return "huggingface.co/datasets/allenai/scirepeval, search";
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        long[] number = {0};
        ImportFile.records(in, into, (at, key, node) -> {
            String text = JsonPaper.text(node, "query");
            if (text.isEmpty()) {
                into.bad(at, "'query' is missing or empty");
                return;
            }
            String query = "q" + ++number[0];
            into.add(at, new Query(query, text));
            for (JsonNode candidate : node.path("candidates")) {
                String id = candidate.hasNonNull("corpus_id")
                        ? JsonPaper.text(candidate, "corpus_id")
                        : JsonPaper.text(candidate, "doc_id");
                if (id.isEmpty()) {
                    into.bad(at, "a candidate without corpus_id");
                } else {
                    into.add(at, JsonPaper.of(id, candidate, Set.of("corpus_id", "doc_id", "score")));
                    into.judge(
                            at, Task.SEARCH, query, id, candidate.path("score").asInt());
                }
            }
        });
    }
}

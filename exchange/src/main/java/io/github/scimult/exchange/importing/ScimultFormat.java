package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authors' evaluation files: {@code X_papers_test.json}, and beside it {@code X_label.json} or {@code X_queries_test.json} where
 * the task has them. A paper's {@code label} is a list of ids, or one number, the line of its label counted from 0.
 */
final class ScimultFormat implements ImportFormat {
    private static final Set<String> JUDGEMENTS = Set.of("paper", "patient", "label", "score");
    private static final Map<String, Task> LINKS = Map.of("cite", Task.LINK, "co-cite", Task.parse("link-co-cite"));

    @Override
    public String name() {
        return "scimult";
    }

    @Override
    public String explanation() {
        return "--in is X_papers_test.json or X_patients_test.json of the authors' evaluation data; labels and queries beside "
                + "it are taken too.";
    }

    @Override
    public String source() {
        return "github.com/yuzhimanhua/SciMult";
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        Map<Long, String> labels = labels(beside(in, "_label.json"), into);
        ImportFile.records(in, into, (at, key, node) -> paper(at, node, into));
        ImportFile.recordsAgain(in, (at, key, node) -> judgements(at, node, labels, into));
        Optional<Path> queries = beside(in, "_queries_test.json");
        if (queries.isPresent()) {
            long[] number = {0};
            ImportFile.records(queries.get(), into, (at, key, node) -> query(at, node, ++number[0], into));
        }
    }

    private static Optional<Path> beside(Path in, String ending) {
        String name = in.getFileName().toString();
        String dataset = name.replaceFirst("_(papers|patients)_test\\.json(\\.gz|\\.zst)?$", "");
        if (dataset.equals(name)) {
            throw BadDataException.in(in, "expected a file named X_papers_test.json or X_patients_test.json");
        }
        return Compression.find(in.resolveSibling(dataset + ending));
    }

    /** Ids by line, from 0: what is left out must not shift the rest. */
    private static Map<Long, String> labels(Optional<Path> file, CollectionImport into) throws IOException {
        Map<Long, String> ids = new HashMap<>();
        if (file.isPresent()) {
            ImportFile.records(file.get(), into, (at, key, node) -> {
                List<String> names = new ArrayList<>();
                node.path("name").forEach(name -> names.add(name.asText()));
                String id = JsonPaper.text(node, "label");
                if (id.isEmpty() || names.isEmpty()) {
                    into.bad(at, "a label needs 'label' and a list 'name'");
                } else {
                    ids.put(at.line() - 1, id);
                    into.add(
                            at,
                            new Label(
                                    id,
                                    names.getFirst(),
                                    JsonPaper.text(node, "definition"),
                                    names.subList(1, names.size()),
                                    List.of()));
                }
            });
        }
        return ids;
    }

    private static String id(JsonNode node) {
        return node.hasNonNull("paper") ? JsonPaper.text(node, "paper") : JsonPaper.text(node, "patient");
    }

    private static void paper(ImportLine at, JsonNode node, CollectionImport into) throws IOException {
        if (id(node).isEmpty()) {
            into.bad(at, "a paper needs 'paper', its id");
        } else {
            into.add(at, JsonPaper.of(id(node), node, JUDGEMENTS));
        }
    }

    private static void judgements(ImportLine at, JsonNode node, Map<Long, String> labels, CollectionImport into)
            throws IOException {
        String id = id(node);
        if (id.isEmpty()) {
            return;
        }
        JsonNode label = node.path("label");
        if (label.isInt()) {
            String numbered = labels.get(label.asLong());
            if (numbered == null) {
                into.bad(at, "'label' is " + label + ", but of that number, counted from 0, there is no label");
            } else {
                into.judge(at, Task.CLASSIFICATION, id, numbered, 1);
            }
        }
        for (JsonNode one : label) {
            into.judge(at, Task.CLASSIFICATION, id, one.asText(), 1);
        }
        for (Map.Entry<String, Task> link : LINKS.entrySet()) {
            for (JsonNode other : node.path(link.getKey())) {
                into.judge(at, link.getValue(), id, other.asText(), 1);
            }
        }
        for (Map.Entry<String, JsonNode> grade : node.path("score").properties()) {
            into.judge(
                    at,
                    Task.parse("link-recommendation"),
                    id,
                    grade.getKey(),
                    grade.getValue().asInt());
        }
    }

    /** Queries of searches, or patients that look for others. */
    private static void query(ImportLine at, JsonNode node, long number, CollectionImport into) throws IOException {
        if (node.has("query")) {
            String id = node.hasNonNull("query_id") ? JsonPaper.text(node, "query_id") : "q" + number;
            into.add(at, new Query(id, JsonPaper.text(node, "query")));
            for (Map.Entry<String, JsonNode> grade : node.path("score").properties()) {
                into.judge(at, Task.SEARCH, id, grade.getKey(), grade.getValue().asInt());
            }
        } else {
            String id = "query-" + number;
            into.add(at, JsonPaper.of(id, node, JUDGEMENTS));
            for (JsonNode patient : node.path("patient")) {
                into.judge(at, Task.LINK, id, patient.asText(), 1);
            }
        }
    }
}

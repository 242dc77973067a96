package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Papers of SciRepEval with labels by their names: a MeSH descriptor each, or fields of study.
 *
 * @param name of the format
 * @param field that holds the names
 * @param what it is, for people
 * @param dataset its name in SciRepEval
 */
record LabelledFormat(String name, String field, String what, String dataset) implements ImportFormat {
    static final LabelledFormat MESH =
            new LabelledFormat("scirepeval-mesh", "descriptor", "a MeSH descriptor", "mesh_descriptors");
    static final LabelledFormat FIELDS = new LabelledFormat("scirepeval-fos", "labels_text", "fields of study", "fos");

    @Override
    public String explanation() {
        return "--in is a file of papers with " + what + " in '" + field + "'.";
    }

    @Override
    public String source() {
        return "huggingface.co/datasets/allenai/scirepeval, " + dataset;
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        ImportFile.records(in, into, (at, key, node) -> {
            String id = JsonPaper.text(node, node.hasNonNull("corpus_id") ? "corpus_id" : "doc_id");
            List<String> labels = labels(node);
            if (id.isEmpty() || labels.isEmpty()) {
                into.bad(at, "a paper needs corpus_id and '" + field + "'");
                return;
            }
            into.add(at, JsonPaper.of(id, node, Set.of("corpus_id", "doc_id", "labels", field)));
            for (String label : labels) {
                into.assign(at, id, label);
            }
        });
    }

    private List<String> labels(JsonNode node) {
        List<String> labels = new ArrayList<>();
        JsonNode names = node.path(field);
        if (names.isTextual()) {
            labels.add(names.asText());
        }
        names.forEach(name -> labels.add(name.asText()));
        labels.removeIf(String::isBlank);
        return labels;
    }
}

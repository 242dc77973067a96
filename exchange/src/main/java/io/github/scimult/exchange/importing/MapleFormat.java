package io.github.scimult.exchange.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One field of MAPLE: {@code papers.json}, one paper a line with labels, venue, authors and references, and the labels' names in
 * {@code labels.txt} (id and names between tabs) or {@code labels.json}. References within the field become links.
 */
final class MapleFormat implements ImportFormat {
    @Override
    public String name() {
        return "maple";
    }

    @Override
    public String explanation() {
        return "--in is the folder of one field of MAPLE, with papers.json and labels.txt or labels.json.";
    }

    @Override
    public String source() {
        return "github.com/yuzhimanhua/MAPLE (the pre-training data of the SciMult paper is made of it)";
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        labels(in, into);
        Path papers = ImportFile.require(in.resolve("papers.json"));
        ImportFile.records(papers, into, (at, key, node) -> {
            if (JsonPaper.text(node, "paper").isEmpty()) {
                into.bad(at, "a paper needs 'paper', its id");
            } else {
                into.add(at, JsonPaper.of(JsonPaper.text(node, "paper"), node, Set.of("paper", "label")));
            }
        });
        ImportFile.recordsAgain(papers, (at, key, node) -> judgements(at, node, into));
    }

    private static void labels(Path in, CollectionImport into) throws IOException {
        Optional<Path> json = Compression.find(in.resolve("labels.json"));
        if (json.isPresent()) {
            ImportFile.records(json.get(), into, (at, key, node) -> {
                JsonNode name = node.path("name");
                String first = name.isArray() ? name.path(0).asText() : name.asText();
                into.add(at, new Label(JsonPaper.text(node, "label"), first, JsonPaper.text(node, "definition")));
            });
            return;
        }
        ImportFile.lines(ImportFile.require(in.resolve("labels.txt")), into, (at, fields) -> {
            List<String> names = Arrays.stream(fields)
                    .skip(1)
                    .filter(name -> !name.isBlank())
                    .toList();
            String first = names.isEmpty() ? fields[0] : names.getFirst();
            into.add(
                    at,
                    new Label(
                            fields[0].strip(),
                            first,
                            "",
                            names.isEmpty() ? names : names.subList(1, names.size()),
                            List.of()));
        });
    }

    private static void judgements(ImportLine at, JsonNode node, CollectionImport into) throws IOException {
        String id = JsonPaper.text(node, "paper");
        if (id.isEmpty()) {
            return;
        }
        for (JsonNode label : node.path("label")) {
            into.judge(at, Task.CLASSIFICATION, id, label.asText(), 1);
        }
        for (JsonNode reference : node.path("reference")) {
            if (into.hasPaper(reference.asText()) && !reference.asText().equals(id)) { // many cite papers outside
                into.judge(at, Task.LINK, id, reference.asText(), 1);
            }
        }
    }
}

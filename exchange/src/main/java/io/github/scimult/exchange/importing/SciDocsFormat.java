package io.github.scimult.exchange.importing;

import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * SciDocs: {@code paper_metadata_*.json}, each one object of papers by id, and judgements of links in folders {@code cite},
 * {@code cocite}, {@code coread}, {@code coview} as {@code val.qrel} and {@code test.qrel}, or flat as {@code cite.qrel}.
 */
final class SciDocsFormat implements ImportFormat {
    private static final List<String> KINDS = List.of("cite", "cocite", "coread", "coview");

    @Override
    public String name() {
        return "scidocs";
    }

    @Override
    public String explanation() {
        return "--in is the folder with paper_metadata_*.json and the .qrel files, flat or in folders cite, cocite, coread, "
                + "coview.";
    }

    @Override
    public String source() {
        return "github.com/allenai/scidocs";
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith("paper_metadata")) {
                    ImportFile.entries(
                            file, into, (at, id, node) -> into.add(at, JsonPaper.of(id, node, Set.of("paper_id"))));
                }
            }
        }
        for (String kind : KINDS) {
            Task task = kind.equals("cite") ? Task.LINK : Task.parse("link-" + kind);
            judgements(Compression.find(in.resolve(kind).resolve("val.qrel")), task, Split.DEV, into);
            judgements(Compression.find(in.resolve(kind).resolve("test.qrel")), task, Split.TEST, into);
            judgements(Compression.find(in.resolve(kind + ".qrel")), task, Split.TEST, into);
        }
    }

    /** Lines {@code query 0 paper score}. */
    private static void judgements(Optional<Path> file, Task task, Split split, CollectionImport into)
            throws IOException {
        if (file.isEmpty()) {
            return;
        }
        ImportFile.lines(file.get(), into, (at, fields) -> {
            String[] parts = String.join(" ", fields).strip().split("\\s+");
            OptionalInt score = parts.length == 4 ? Judgement.score(parts[3]) : OptionalInt.empty();
            if (parts.length != 4) {
                into.bad(at, "expected four fields: query, 0, paper, score");
            } else if (score.isEmpty()) {
                into.bad(at, "the score '" + parts[3] + "' is no whole number");
            } else {
                into.judge(at, task, split, parts[0], parts[2], score.getAsInt());
            }
        });
    }
}

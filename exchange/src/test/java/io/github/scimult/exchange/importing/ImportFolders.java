package io.github.scimult.exchange.importing;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of another project in {@code in/}, and the collection that is made of them in {@code out/}. */
record ImportFolders(Path root) {
    static final ImportOptions SKIPPING = ImportOptions.DEFAULTS.skippingBad(true);

    Path out() {
        return root.resolve("out");
    }

    Path write(String name, String content) throws IOException {
        Path file = root.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    String imported(String format, Path in, ImportOptions options) throws IOException {
        return CollectionImport.run(ImportFormats.of(format), List.of(in), out(), options, read -> {});
    }

    String imported(String format, Path in) throws IOException {
        return imported(format, in, ImportOptions.DEFAULTS);
    }

    String qrels(String name) throws IOException {
        return Files.readString(out().resolve("qrels/" + name + ".tsv"))
                .replaceFirst("query-id\tcorpus-id\tscore\n", "");
    }

    Paper paper(int row) throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(out())) {
            return collection.papers().get(row);
        }
    }
}

package io.github.scimult.examples;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.indexing.IndexBuild;
import io.github.scimult.library.indexing.IndexingEvent;
import java.io.IOException;
import java.nio.file.Path;

/** Indexes a collection, ready for {@link Search} and for scimult serve. Arguments: the collection, a model, the index's folder. */
public final class Index {
    private Index() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path index = Path.of(args[2]);
        try (LiteratureCollection collection = LiteratureCollection.open(folder);
                LiteratureModel model = LiteratureModel.open(args[1])) {
            IndexBuild.of(collection, model).run(index, Index::print, () -> false);
        }
    }

    private static void print(IndexingEvent event) {
        switch (event) {
            case IndexingEvent.Complete done ->
                System.out.printf("%d papers and %d labels are in %s%n", done.papers(), done.labels(), done.index());
            default -> {} // progress, and what was tuned on the dev split
        }
    }
}

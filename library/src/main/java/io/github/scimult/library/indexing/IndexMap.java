package io.github.scimult.library.indexing;

import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapBuilder;
import io.github.scimult.search.map.MapFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The map of an index's papers. */
public final class IndexMap {
    private IndexMap() {}

    /**
     * Lays the map out and writes it beside the index.
     *
     * @param folder the index's
     * @param listener receives the events
     */
    public static void draw(Path folder, LiteratureIndex index, Consumer<? super IndexingEvent> listener)
            throws IOException {
        listener.accept(new IndexingEvent.DrawingMap(0, 0));
        CollectionMap map = new MapBuilder(index, MapBuilder.PAPERS)
                .build((done, total) -> listener.accept(new IndexingEvent.DrawingMap(done, total)));
        MapFile.write(folder, map);
        listener.accept(new IndexingEvent.MapDrawn(folder, map.papers().size()));
    }
}

package io.github.scimult.app.command;

import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapBuilder;
import io.github.scimult.search.map.MapFile;
import java.io.IOException;
import java.nio.file.Path;

/** Draws the map of an index's papers, with its progress shown. */
final class IndexMap {
    private IndexMap() {}

    static void draw(Path folder, LiteratureIndex index, ProgressLine line) throws IOException {
        line.show("the map: which papers are near each other");
        CollectionMap map = new MapBuilder(index, MapBuilder.PAPERS)
                .build((done, total) -> line.show("the map: round %d of %d".formatted(done, total)));
        MapFile.write(folder, map);
        line.print("a map of %,d papers is in %s".formatted(map.papers().size(), folder));
    }
}

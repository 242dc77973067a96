package io.github.scimult.server.route;

import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.FileAnswer;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import java.io.IOException;
import java.util.List;

/**
 * The map of the collection.
 *
 * @param served the index that the map is of
 * @param file the map as it is answered
 */
public record MapRoutes(ServedLibrary served, FileAnswer file) {
    private static final RouteText MAP = new RouteText(
            "readMap",
            "The map of the papers",
            "Places in the unit square, near each other where papers belong together. 404 where scimult index --map has not been run.");

    public MapRoutes(ServedLibrary served) {
        this(served, new FileAnswer(AnswerForm.JSON));
    }

    /** The route. */
    public List<Route<?>> routes() {
        CollectionMap example = new CollectionMap(
                List.of(new CollectionMap.Place(Examples.ID, "Drawing graphs", 0.3f, 0.8f, 0)),
                List.of(new CollectionMap.MapLabel("g", "graphs")),
                List.of(new CollectionMap.Region("graphs", "g", 0.4f, 0.7f, 12)));
        return List.of(
                Route.getFile("/api/map", MAP, NoParameters.class, AnswerForm.json(CollectionMap.class), this::map)
                        .example(example));
    }

    private FileAnswer.Content map(NoParameters none) throws IOException {
        if (!MapFile.isIn(served.folder())) {
            throw ProblemException.missing("there is no map yet: ./scimult index --out LIBRARY --map draws it");
        }
        return file.content(MapFile.of(served.folder()));
    }
}

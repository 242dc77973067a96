package io.github.scimult.server.route;

import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.RawAnswer;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import java.io.IOException;
import java.util.List;

/**
 * The map of the collection.
 *
 * @param served the index that the map is of
 */
public record MapRoutes(ServedLibrary served) {
    private static final RouteText MAP = new RouteText(
            "readMap",
            "The map of the papers",
            "Places in the unit square, near each other where papers belong together. 404 where scimult index --map has not been run.");

    /** The route. */
    public List<Route<?>> routes() {
        CollectionMap example = new CollectionMap(
                List.of(new CollectionMap.Place(Examples.ID, "Drawing graphs", 0.3f, 0.8f, 0)),
                List.of(new CollectionMap.MapLabel("g", "graphs")),
                List.of(new CollectionMap.Region("graphs", "g", 0.4f, 0.7f, 12)));
        return List.of(
                Route.getRaw("/api/map", MAP, NoParameters.class, AnswerForm.json(CollectionMap.class), this::map)
                        .example(example));
    }

    private RawAnswer map(NoParameters none) throws IOException {
        if (!MapFile.isIn(served.folder())) {
            throw ProblemException.missing("there is no map yet: ./scimult index --out INDEX --map draws it");
        }
        return new RawAnswer("application/json", MapFile.text(served.folder()));
    }
}

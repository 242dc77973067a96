package io.github.scimult.server.route;

import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.server.http.AnswerForm;
import io.github.scimult.server.http.FileAnswer;
import io.github.scimult.server.http.NoParameters;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The map of the collection.
 *
 * @param index the index's folder
 * @param file the map as it is answered
 */
public record MapRoutes(Path index, FileAnswer file) {
    private static final RouteText MAP = new RouteText(
            "readMap",
            "The map of the papers",
            "Places in the unit square, near each other where papers belong together. 404 where scimult index --map has not been run.");

    public MapRoutes(Path index) {
        this(index, new FileAnswer(AnswerForm.JSON, MapFile.of(index)));
    }

    /** The route. */
    public List<Route<?>> routes() {
        CollectionMap example = new CollectionMap(
                List.of(new CollectionMap.Place(Examples.ID, "Drawing graphs", 0.3f, 0.8f, 0)),
                List.of(new CollectionMap.MapLabel("g", "graphs")));
        return List.of(
                Route.getFile("/api/map", MAP, NoParameters.class, AnswerForm.json(CollectionMap.class), this::map)
                        .example(example));
    }

    private FileAnswer.Content map(NoParameters none) throws IOException {
        if (!MapFile.isIn(index)) {
            throw ProblemException.missing("there is no map yet: ./scimult index --out INDEX --map draws it");
        }
        return file.content();
    }
}

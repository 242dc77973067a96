package io.github.scimult.server.route;

import io.github.scimult.search.map.MapFile;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The map of the collection.
 *
 * @param index the index's folder
 */
public record MapRoutes(Path index) {
    /** The one. */
    public List<Route> routes() {
        return List.of(Route.get("/api/map", "The map of the papers", this::map)
                .saying(
                        "Places in the unit square, near each other where papers belong together; 'label' is a place in 'labels', "
                                + "or -1. 404 where scimult index --map has not been run.")
                .answer(
                        "{\"papers\": [{\"id\": \"17\", \"title\": \"Drawing graphs\", \"x\": 0.3, \"y\": 0.8, \"label\": 0}], "
                                + "\"labels\": [{\"id\": \"g\", \"name\": \"graphs\"}]}"));
    }

    private void map(Context context) throws IOException {
        if (!MapFile.isIn(index)) {
            throw ProblemException.missing("there is no map yet: ./scimult index --out INDEX --map draws it");
        }
        context.contentType("application/json");
        context.result(MapFile.text(index));
    }
}

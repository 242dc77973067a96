package io.github.scimult.server.route;

import io.github.scimult.server.access.Access;
import io.github.scimult.server.access.Caller;
import io.github.scimult.server.access.Scope;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.message.AccessAnswer;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a caller may do, so that a page shows what is possible and asks for a key where one is needed.
 *
 * @param access who may do what now
 */
public record AccessRoutes(Supplier<Access> access) {
    private static final RouteText ACCESS = new RouteText(
            "readAccess",
            "What you may do",
            "Answered to everybody, with or without a key; an unknown key has no scopes.");

    /** The route. */
    public List<Route<?>> routes() {
        return List.of(Route.getForCaller("/api/access", ACCESS, AccessAnswer.class, this::answer)
                .forService()
                .example(new AccessAnswer(true, List.of(Scope.READ, Scope.FEEDBACK))));
    }

    private AccessAnswer answer(Caller caller) {
        return new AccessAnswer(
                access.get().needsKey(), caller.scopes().stream().sorted().toList());
    }
}

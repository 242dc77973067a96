package io.github.scimult.server.route;

import io.github.scimult.search.browse.FacetValue;
import io.github.scimult.search.browse.NamedField;
import io.github.scimult.search.result.LabelCatalogue;
import io.github.scimult.search.result.LabelDetails;
import io.github.scimult.search.result.NamedValue;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.ProblemException;
import io.github.scimult.server.http.Route;
import io.github.scimult.server.http.RouteText;
import io.github.scimult.server.library.ServedLibrary;
import io.github.scimult.server.message.ById;
import io.github.scimult.server.message.browse.SuggestAnswer;
import io.github.scimult.server.message.browse.SuggestRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names and labels to look through papers by.
 *
 * @param served the library that holds them
 * @param labels of it
 */
public record BrowseRoutes(ServedLibrary served, LabelCatalogue labels, Limits limits) {
    private static final RouteText SUGGEST = new RouteText(
            "suggestNames",
            "Complete a name as it is typed",
            "Labels (by name or synonym), authors or venues that have the typed words, in any order and without regard to accents; the "
                    + "last word may be a beginning.");
    private static final RouteText READ_LABEL = new RouteText(
            "readLabel",
            "Read a label",
            "A label with those above and below it and the number of papers that carry it.");

    /** The routes. */
    public List<Route<?>> routes() {
        SuggestRequest request = new SuggestRequest(SuggestRequest.Field.LABEL, Optional.of("gra"), Optional.of(5));
        return List.of(
                Route.get("/api/suggest", SUGGEST, SuggestRequest.class, SuggestAnswer.class, this::suggest)
                        .example(request, new SuggestAnswer(List.of(new NamedValue("g", "graphs", 12)))),
                Route.get("/api/labels/{id}", READ_LABEL, ById.class, LabelDetails.class, this::label)
                        .example(new ById("g"), Examples.LABEL_DETAILS));
    }

    private SuggestAnswer suggest(SuggestRequest request) throws IOException {
        String typed = request.prefix().orElse("");
        int top = limits.results(request.top());
        return new SuggestAnswer(
                switch (request.field()) {
                    case LABEL -> labels.suggestions(served.index(), typed, top);
                    case AUTHOR -> names(NamedField.AUTHOR, typed, top);
                    case VENUE -> names(NamedField.VENUE, typed, top);
                });
    }

    private List<NamedValue> names(NamedField field, String typed, int top) throws IOException {
        List<NamedValue> names = new ArrayList<>();
        for (FacetValue name : served.index().browsing().names(field, typed, top)) {
            names.add(new NamedValue(name.value(), name.value(), name.papers()));
        }
        return names;
    }

    private LabelDetails label(ById request) throws IOException {
        return labels.details(served.index(), request.id())
                .orElseThrow(() -> ProblemException.missing("there is no label '" + request.id() + "'"));
    }
}

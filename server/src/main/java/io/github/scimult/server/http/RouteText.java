package io.github.scimult.server.http;

/**
 * What the API's description says of a route.
 *
 * @param operation what generated clients call it, unlike any other
 * @param summary in a few words
 * @param description in whole sentences; empty for none
 */
public record RouteText(String operation, String summary, String description) {
    public RouteText(String operation, String summary) {
        this(operation, summary, "");
    }
}

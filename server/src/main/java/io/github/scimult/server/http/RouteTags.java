package io.github.scimult.server.http;

/** Groups of routes in the API's description; generated clients make a class of each. */
final class RouteTags {
    private RouteTags() {}

    /** The group of a path. */
    static String of(String path) {
        String[] steps = path.substring(1).split("/", -1);
        return switch (steps[0].equals("api") ? steps[1] : steps[0]) {
            case "search", "tag", "cite" -> "Search";
            case "papers", "citations", "map" -> "Papers";
            case "labels" -> "Labels";
            case "feedback" -> "Feedback";
            case "reports" -> "Reports";
            case "v1", "embed", "embed_all", "rerank" -> "Embeddings";
            default -> "Service";
        };
    }
}

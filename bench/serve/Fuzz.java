import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Sends random and mutated requests to a running server and prints which statuses came. Ends with 1 if there was a 5xx, an error
 * that is no problem document, or a stack trace in an answer. It deletes and puts papers, so let it ask a copy of an index.
 *
 * <pre>java bench/serve/Fuzz.java http://127.0.0.1:8080 --requests 10000</pre>
 */
public final class Fuzz {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");
    private static final List<String> PATHS = List.of(
            "/api/search", "/api/tag", "/api/cite", "/api/papers", "/api/papers/x", "/api/labels", "/api/index", "/api/feedback", "/api/map", "/api/reports", "/reports/training", "/v1/embeddings",
            "/v1/models", "/embed", "/rerank", "/openapi.json", "/metrics", "/health/live", "/", "/main.js", "/../etc/passwd",
            "/api/suggest", "/api/citations", "/api/labels/x", "/api/papers/x/labels/y", "/v1/rerank", "/v1/projects", "/info",
            "/v1/projects/x/suggest", "/v1/projects/x/suggest-batch", "/v1/projects/x/learn",
            "/api/papers/%00", "/api/papers/a%2Fb", "//", "/api//search", "/%2e%2e/");
    private static final List<String> QUERIES = List.of(
            "", "?q=graph", "?q=", "?q=%F0%9F%98%80", "?q=a&top=-1", "?q=a&top=1e9", "?q=a&from=x", "?q=a&bm25Weight=NaN",
            "?q=a&bm25Weight=-1", "?q=%22%28%5B%2A", "?q=AND%20OR%20NOT", "?top=3", "?q=a&q=b", "?%ZZ", "?q=a&label=%00",
            "?q=a&year=1");
    private static final List<String> BODIES = List.of(
            "", "{", "null", "[]", "{}", "3", "\"x\"", "{\"title\":\"a\"}", "{\"title\":1}", "{\"paper\":\"x\"}",
            "{\"title\":\"a\",\"top\":3,\"minProbability\":0.1}", "{\"title\":\"a\",\"top\":\"many\"}", "{\"title\":\"a\",\"title\":\"b\"}",
            "{\"model\":\"search\",\"input\":[\"a\"]}", "{\"model\":\"search\",\"input\":[[1,2]]}", "{\"inputs\":[]}",
            "{\"inputs\":\"a\",\"normalize\":7}", "{\"query\":\"a\",\"texts\":[\"b\",\"c\"]}", "{\"query\":\"a\",\"texts\":{}}",
            "{\"documents\":[{\"text\":\"a\"},{\"text\":7}]}", "[{\"text\":\"a b\",\"subjects\":[{\"uri\":\"x\"}]}]", "text=a&limit=3",
            "{\"verdict\":\"assigned\"}", "{\"title\":\"a\",\"exclude\":[\"*\"],\"include\":[7]}",
            "{\"_id\":\"f1\",\"title\":\"t\",\"text\":\"x\"}", "{\"_id\":\"\",\"title\":\"t\"}", "{\"_id\":{},\"title\":\"t\"}",
            "[{\"_id\":\"f2\",\"title\":\"t\"},{\"_id\":\"f2\",\"title\":\"u\"}]", "{\"_id\":\"f3\",\"name\":\"n\"}",
            "{\"_id\":\"f4\",\"title\":\"t\",\"metadata\":{\"year\":\"MM\",\"references\":[1,2]}}",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");

    private final SplittableRandom random;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int bad;
    private int closedByServer;

    private Fuzz(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static void main(String... arguments) throws Exception {
        int requests = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        long seed = 17;
        Fuzz fuzz = new Fuzz(seed);
        for (int i = 0; i < requests; i++) {
            fuzz.send(arguments[0]);
        }
        System.out.printf(
                "seed %d, %,d requests: %s, %d connections closed; %d bad%n",
                seed, requests, fuzz.statuses, fuzz.closedByServer, fuzz.bad);
        System.exit(fuzz.bad == 0 ? 0 : 1);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void send(String server) throws Exception {
        String method = any(METHODS);
        String address = server + any(PATHS) + any(QUERIES);
        String body = mutated(any(BODIES));
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", random.nextInt(4) == 0 ? "text/plain" : "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)))
                    .build();
        } catch (IllegalArgumentException noAddress) {
            return;
        }
        HttpResponse<String> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException closed) {
            closedByServer++; // refused before the body was read, and the connection closed
            return;
        }
        int status = response.statusCode();
        statuses.merge(status, 1, Integer::sum);
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean told = status < 400 || method.equals("HEAD") || type.startsWith("application/problem+json");
        if (status >= 500 || !told || response.body().contains("\tat ")) {
            bad++;
            System.out.printf("%s %s %s -> %d %s %.200s%n", method, address, body, status, type, response.body());
        }
    }

    /** Half of the bodies as they are, the others with characters changed, left out or doubled. */
    private String mutated(String body) {
        StringBuilder text = new StringBuilder(body);
        for (int change = random.nextInt(4); change > 0 && !text.isEmpty(); change--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(place, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(place);
                case 2 -> text.insert(place, text.charAt(place));
                default -> {
                    // as it is
                }
            }
        }
        return text.toString();
    }
}

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Searches a running server from many clients at once, each asking again as soon as it is answered (after a refusal, after a tenth of a
 * second). Prints how often each status came, how long good answers took, and whether the server answers a second later.
 *
 * <pre>java bench/serve/Load.java http://127.0.0.1:8080 --clients 1000 --seconds 60</pre>
 */
public final class Load {
    private static final List<String> WORDS = List.of(
            "graph", "field", "theory", "quantum", "drawing", "large", "model", "black", "hole", "string", "user", "study",
            "volume", "rendering", "gauge", "symmetry", "network", "interaction", "matrix", "phase", "transition", "data");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final String server;

    private Load(String server) {
        this.server = server;
    }

    public static void main(String... arguments) throws Exception {
        int clients = 1;
        int seconds = 30;
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--clients" -> clients = Integer.parseInt(arguments[i + 1]);
                case "--seconds" -> seconds = Integer.parseInt(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        new Load(arguments[0]).run(clients, seconds);
    }

    private void run(int clients, int seconds) throws Exception {
        warmUp();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int seed = i;
                each.submit(() -> ask(new java.util.SplittableRandom(seed), end));
            }
        }
        System.out.printf("%d clients, %d s: %s%n", clients, seconds, new TreeMap<>(outcomes));
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length > 0) {
            System.out.printf(
                    "good answers: %,d, %.0f a second; p50 %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
                    sorted.length,
                    sorted.length / (double) seconds,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        }
        Thread.sleep(1000);
        long start = System.nanoTime();
        System.out.printf("a second later: %s after %.1f ms%n", status(query(new java.util.SplittableRandom(1))),
                (System.nanoTime() - start) / 1e6);
    }

    /** The first answers wait for the virtual machine to learn. */
    private void warmUp() throws Exception {
        java.util.SplittableRandom random = new java.util.SplittableRandom(99);
        for (int i = 0; i < 200; i++) {
            status(query(random));
        }
    }

    private Void ask(java.util.SplittableRandom random, long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            String status;
            try {
                status = status(query(random));
            } catch (java.io.IOException failure) {
                status = failure.getClass().getSimpleName();
            }
            outcomes.computeIfAbsent(status, key -> new LongAdder()).increment();
            if (status.equals("200")) {
                nanos.add(System.nanoTime() - start);
            } else {
                Thread.sleep(100);
            }
        }
        return null;
    }

    private static String query(java.util.SplittableRandom random) {
        String[] words = new String[1 + random.nextInt(4)];
        Arrays.setAll(words, i -> WORDS.get(random.nextInt(WORDS.size())));
        return String.join(" ", words);
    }

    private String status(String query) throws java.io.IOException, InterruptedException {
        URI address = URI.create(server + "/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(120)).build();
        return Integer.toString(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
}

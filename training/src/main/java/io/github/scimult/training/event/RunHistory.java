package io.github.scimult.training.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a training run wrote down in {@code training/run.jsonl}; each nested record is one kind of line, told apart by
 * the field {@code event}. Times are in seconds since the run began, interruptions left out.
 *
 * @param start how it began; a resumed run begins anew, and the last begin counts
 * @param steps where it stood, by rising step number
 * @param measurements scores on dev, by rising step number
 * @param blend scores between base and trained weights; empty if none was made
 * @param examples answers before and after
 * @param end how it ended; empty while the run goes on or after it was cut off
 */
public record RunHistory(
        Start start,
        List<Step> steps,
        List<Measurement> measurements,
        Optional<Blend> blend,
        List<Example> examples,
        Optional<End> end) {

    /** What was trained on what, and how. */
    public record Start(
            String time,
            String version,
            long seed,
            JsonNode configuration,
            List<Collection> collections,
            String base,
            long parameters,
            String precision,
            String attention,
            int threads) {
        public Start {
            collections = orEmpty(collections);
        }
    }

    /**
     * A collection trained on.
     *
     * @param pairs training pairs by task
     */
    public record Collection(
            String name, String fingerprint, long papers, long labels, long queries, Map<String, Long> pairs) {
        public Collection {
            pairs = orEmpty(pairs);
        }
    }

    /**
     * Where training stood after some steps.
     *
     * @param loss by {@code collection/task}, the mean since the line before
     */
    public record Step(
            long step,
            double progress,
            Map<String, Double> loss,
            double rate,
            double gradientNorm,
            double tokensPerSecond,
            double elapsedSeconds,
            double remainingSeconds) {
        public Step {
            loss = orEmpty(loss);
        }
    }

    /** Scores on the dev split after some steps. */
    public record Measurement(long step, double elapsedSeconds, double mean, List<Score> scores, boolean best) {
        public Measurement {
            scores = orEmpty(scores);
        }
    }

    /**
     * One figure of a task of a collection.
     *
     * @param base the same figure of the untrained model; null if it was not measured
     * @param outside whether nothing was trained on the collection, so that the figure decided nothing
     */
    public record Score(
            String collection, String task, String figure, double value, Double base, int queries, boolean outside) {
        public Score {
            base = base == null || base.isNaN() ? null : base;
        }

        public boolean isOf(Score other) {
            return collection.equals(other.collection) && task.equals(other.task) && figure.equals(other.figure);
        }
    }

    /** Scores along the line from the base's weights (share 0) to the trained ones (share 1). */
    public record Blend(List<Share> shares, double chosen, Map<String, Double> chosenParts) {
        public Blend {
            shares = orEmpty(shares);
            chosenParts = orEmpty(chosenParts);
        }

        public boolean isChosen(Share share) {
            return share.share() == chosen && share.parts().equals(chosenParts);
        }

        Optional<Share> chosenShare() {
            return shares.stream().filter(this::isChosen).findFirst();
        }

        /** Those that have one share for all weights. */
        public List<Share> onTheLine() {
            return shares.stream().filter(share -> share.parts().isEmpty()).toList();
        }
    }

    /**
     * One point of that line, or beside it.
     *
     * @param parts shares of parts of the weights that have one of their own
     */
    public record Share(double share, Map<String, Double> parts, double mean, List<Score> scores) {
        public Share {
            parts = orEmpty(parts);
            scores = orEmpty(scores);
        }

        /** What decided, without what lies outside of training. */
        public List<Score> inside() {
            return scores.stream().filter(score -> !score.outside()).toList();
        }
    }

    /** What the base and the trained model answer to a dev query, best first, and what would have been right. */
    public record Example(
            String collection, String task, String query, List<String> right, List<String> base, List<String> trained) {
        public Example {
            right = orEmpty(right);
            base = orEmpty(base);
            trained = orEmpty(trained);
        }
    }

    /** Why and when it was over. */
    public record End(long step, double elapsedSeconds, String reason) {}

    private static <T> List<T> orEmpty(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static <K, V> Map<K, V> orEmpty(Map<K, V> map) {
        return Objects.requireNonNullElse(map, Map.of());
    }

    /** The measurement whose weights were kept: the last one marked best, or else the last. */
    public Optional<Measurement> best() {
        return measurements.stream()
                .filter(Measurement::best)
                .reduce((earlier, later) -> later)
                .or(() -> measurements.stream().reduce((earlier, later) -> later));
    }

    /** The scores of the model that came out: of the chosen blend, or else of the best measurement. */
    public List<Score> outcome() {
        return blend.flatMap(Blend::chosenShare)
                .map(Share::scores)
                .or(() -> best().map(Measurement::scores))
                .orElse(List.of());
    }

    public long lastStep() {
        return end.map(End::step).orElse(steps.isEmpty() ? 0 : steps.getLast().step());
    }

    public double elapsedSeconds() {
        return end.map(End::elapsedSeconds)
                .orElse(steps.isEmpty() ? 0 : steps.getLast().elapsedSeconds());
    }
}

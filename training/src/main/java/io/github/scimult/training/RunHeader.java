package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.storage.Json;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.event.TrainedCollection;
import io.github.scimult.training.event.TrainingEvent;
import io.github.scimult.training.pair.TextKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run is about, for its log and its manifest. */
final class RunHeader {
    private RunHeader() {}

    static TrainingEvent.Started of(
            TrainingPlan plan, TrainingData data, PretrainedModel base, EncoderWeights encoder, long firstStep) {
        return new TrainingEvent.Started(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                plan.version(),
                plan.config().seed(),
                firstStep,
                Json.MAPPER.valueToTree(plan.config()),
                collections(data),
                base.name(),
                encoder.parameters());
    }

    static List<TrainedCollection> collections(TrainingData data) {
        List<TrainedCollection> collections = new ArrayList<>();
        data.collections().forEach(collection -> collections.add(of(collection, pairs(data, collection), false)));
        data.heldOut().forEach(collection -> collections.add(of(collection, Map.of(), true)));
        return collections;
    }

    private static TrainedCollection of(LiteratureCollection collection, Map<String, Long> pairs, boolean heldOut) {
        return new TrainedCollection(
                collection.name(),
                collection.fingerprint(),
                collection.papers().size(),
                collection.labels().size(),
                collection.queries().size(),
                pairs,
                heldOut);
    }

    private static Map<String, Long> pairs(TrainingData data, LiteratureCollection collection) {
        Map<String, Long> pairs = new TreeMap<>();
        for (TrainingSource source : data.sources()) {
            if (data.collectionOf(source) == collection) {
                TextKind kind = source.pairs().queryKind();
                String pseudo = kind.isPseudoQuery() ? " (by " + kind.name().toLowerCase(Locale.ROOT) + ")" : "";
                pairs.put(source.pairs().task() + pseudo, source.pairs().pairs());
            }
        }
        return pairs;
    }
}

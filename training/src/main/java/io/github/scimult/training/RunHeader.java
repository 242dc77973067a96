package io.github.scimult.training;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.nn.EncoderWeights;
import io.github.scimult.training.batch.TrainingSource;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.pair.TextKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run is about, for its log and its manifest. */
final class RunHeader {
    private RunHeader() {}

    static Map<String, Object> of(
            TrainingPlan plan, TrainingData setup, PretrainedModel base, EncoderWeights encoder, long firstStep) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("version", plan.version());
        facts.put("seed", plan.config().seed());
        facts.put("resumedAtStep", firstStep);
        facts.put("configuration", plan.config());
        facts.put("collections", collections(setup));
        facts.put("base", base.name());
        facts.put("parameters", encoder.parameters());
        facts.put("precision", plan.config().compute().precision());
        facts.put("attention", plan.config().compute().attention());
        facts.put("threads", plan.config().compute().threads());
        return facts;
    }

    static List<Map<String, Object>> collections(TrainingData setup) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (LiteratureCollection collection : setup.collections()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("name", collection.name());
            facts.put("fingerprint", collection.fingerprint());
            facts.put("papers", collection.papers().size());
            facts.put("labels", collection.labels().size());
            facts.put("queries", collection.queries().size());
            facts.put("pairs", pairs(setup, collection));
            list.add(facts);
        }
        setup.outside()
                .forEach(collection -> list.add(
                        Map.of("name", collection.name(), "fingerprint", collection.fingerprint(), "outside", true)));
        return list;
    }

    private static Map<String, Object> pairs(TrainingData setup, LiteratureCollection collection) {
        Map<String, Object> pairs = new TreeMap<>();
        for (TrainingSource source : setup.sources()) {
            if (setup.collectionOf(source) == collection) {
                TextKind kind = source.pairs().queryKind();
                String standIn = kind.isPseudoQuery() ? " (by " + kind.name().toLowerCase(Locale.ROOT) + ")" : "";
                pairs.put(source.pairs().task() + standIn, source.pairs().pairs());
            }
        }
        return pairs;
    }
}

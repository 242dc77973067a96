package io.github.scimult.model.train;

import io.github.scimult.core.collection.CollectionGenerator;
import io.github.scimult.core.collection.GeneratorSettings;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.model.checkpoint.SafetensorsFile;
import io.github.scimult.model.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A training run of the tiny BERT on a small generated collection: all tasks, dropout, 32-bit floats, one thread. */
final class TinyRun {
    /** What every run has, unless a test says otherwise. */
    private static final List<String> SETTINGS = List.of(
            "model.base=" + Golden.path("tiny-bert").toAbsolutePath(),
            "model.maxLength=32",
            "variant=vanilla",
            "model.expertBlocks=mod2",
            "compute.precision=float32",
            "compute.attention=fused",
            "compute.threads=1",
            "batch.queries=6",
            "batch.tokens=600",
            "batch.randomLabelTokens=40",
            "optim.lr=0.002",
            "budget.minutes=0",
            "budget.steps=20",
            "dev.times=0",
            "dev.queries=12",
            "dev.candidates=40",
            "saveMinutes=0");

    private final Path folder;
    private TrainingPlan plan;
    private TrainingListener listener = TrainingListener.SILENT;
    private List<Path> others = List.of();

    /** @param settings stand above {@link #SETTINGS} */
    TinyRun(Path folder, Path collection, String... settings) throws IOException {
        this.folder = folder;
        List<String> all = new ArrayList<>(SETTINGS);
        all.addAll(List.of(settings));
        this.plan = new TrainingPlan(
                "test",
                List.of(new CollectionChoice(collection.toString(), 1)),
                ConfigurationReader.read(TrainingConfig.defaults(), null, all));
    }

    /** A collection with labels, links and searches, made of {@code papers} papers. */
    static Path collection(Path folder, int papers) throws IOException {
        CollectionGenerator.generate(folder, GeneratorSettings.of(papers, 30, 5));
        return folder;
    }

    /** Measures a further collection that it is not trained on. */
    TinyRun besides(Path other) {
        return and(other, 0);
    }

    /** A further collection. */
    TinyRun and(Path other, double weight) {
        List<CollectionChoice> all = new ArrayList<>(plan.collections());
        all.add(new CollectionChoice(other.toString(), weight));
        plan = new TrainingPlan(plan.version(), all, plan.config());
        return this;
    }

    /** Takes over stages that these have finished. */
    TinyRun after(TinyRun... runs) {
        others = Stream.of(runs).map(TinyRun::folder).toList();
        return this;
    }

    TinyRun listenedToBy(TrainingListener told) {
        listener = told;
        return this;
    }

    /** Trains to the end, or until so many steps of this call are done. */
    boolean start(int steps) throws IOException {
        return trainer(steps).start(plan);
    }

    /** Goes on, and stops after so many further steps. */
    boolean resume(int steps) throws IOException {
        return trainer(steps).resume();
    }

    private Trainer trainer(int steps) {
        int[] left = {steps};
        return new Trainer(folder, listener, () -> left[0]-- <= 0, null, others);
    }

    Path latest() {
        return files().latest();
    }

    TrainingFolder files() {
        return new TrainingFolder(folder);
    }

    Path folder() {
        return folder;
    }

    /** Everything that decides how the run goes on: weights, moments, and where it stands. */
    Map<String, Object> state() throws IOException {
        Map<String, Object> all = new TreeMap<>(weights(latest().resolve("model.safetensors")));
        all.putAll(weights(latest().resolve("optimizer.safetensors")));
        var state = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(latest().resolve("state.json").toFile());
        all.put("step", state.at("/state/step").asLong());
        all.put("epochs", state.at("/state/epochs").toString());
        all.put("batches", state.at("/state/batches").toString());
        all.put("updates", state.at("/updates").toString());
        return all;
    }

    /** The arrays of a file, bit by bit. */
    static Map<String, int[]> weights(Path file) throws IOException {
        Map<String, int[]> bits = new TreeMap<>();
        SafetensorsFile.open(file)
                .arrays()
                .forEach((name, array) -> bits.put(
                        file.getFileName() + " " + name,
                        array.bytes().toArray(java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED)));
        return bits;
    }

    /** Deletes a folder with all that it holds. */
    static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** The bytes of the run's result. */
    byte[] result() throws IOException {
        return Files.readAllBytes(folder.resolve("model.safetensors"));
    }
}

package io.github.scimult.app.recipe;

import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.training.TrainingRun;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.task.Split;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.evaluation.Evaluation;
import io.github.scimult.evaluation.EvaluationOptions;
import io.github.scimult.evaluation.EvaluationReport;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.evaluation.report.ReportFile;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.search.Bm25Indexer;
import io.github.scimult.training.config.CollectionSpec;
import io.github.scimult.training.config.ComputeConfig;
import io.github.scimult.training.config.TrainingConfig;
import io.github.scimult.training.config.TrainingPlan;
import io.github.scimult.training.store.RunCompatibility;
import io.github.scimult.training.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A recipe being done: what is finished in the folder is kept, what was interrupted is resumed, the rest is done.
 *
 * <pre>
 * reports/COLLECTION.json               base and BM25
 * RUN-SEED/model/                       a training's folder
 * RUN-SEED/reports/COLLECTION.json      the trained model, or another run's before interpolation
 * </pre>
 *
 * @param folder of the recipe
 * @param data folder of the collections' folders
 * @param out where all goes
 * @param settings of training that stand above those of all runs
 */
public record RecipeRunner(
        Path folder, Recipe recipe, Path data, Path out, List<String> settings, ComputeConfig compute) {

    /** @return the table's rows; none if it was stopped */
    public List<RecipeRow> run(List<String> only) throws IOException {
        List<RecipeRun> chosen = chosen(only);
        List<Path> trainings = trainings(chosen);
        List<EvaluationReport> references = references();
        List<RecipeRow> rows = new ArrayList<>(RecipeResult.references(references));
        List<List<EvaluationReport>> first = List.of();
        for (RecipeRun run : chosen) {
            List<List<EvaluationReport>> seeds = new ArrayList<>();
            List<Long> steps = new ArrayList<>();
            for (long seed : run.seeds()) {
                RecipeRun trainer = trainer(run);
                Path model = model(run, seed);
                if (!train(trainer, seed, model, trainings)) {
                    return List.of();
                }
                Path measured = run.trains() ? model : new RunStore(model).fineTuned();
                seeds.add(reports(run.name() + "-" + seed, measured, place(run.name(), seed)));
                steps.add(new RunStore(model).steps());
            }
            rows.addAll(RecipeResult.of(run.name(), references, first, seeds, steps));
            if (run.name().equals(recipe.runs().getFirst().name())) {
                first = seeds;
            }
        }
        return rows;
    }

    /** Where each model goes that is trained, in this order. */
    private List<Path> trainings(List<RecipeRun> chosen) {
        return chosen.stream()
                .flatMap(run -> run.seeds().stream().map(seed -> model(run, seed)))
                .distinct()
                .toList();
    }

    /** The training's folder that a row is about. */
    private Path model(RecipeRun row, long seed) {
        return place(trainer(row).name(), seed).resolve("model");
    }

    private Path place(String run, long seed) {
        return out.resolve(run + "-" + seed);
    }

    /** The run that trains what a row measures. */
    private RecipeRun trainer(RecipeRun row) {
        return row.trains()
                ? row
                : recipe.runs().stream()
                        .filter(run -> run.name().equals(row.fineTunedOf().orElseThrow()))
                        .findFirst()
                        .orElseThrow();
    }

    private List<RecipeRun> chosen(List<String> only) {
        List<String> names = recipe.runs().stream().map(RecipeRun::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("--only " + name + ": the recipe has no such run, but " + names);
            }
        }
        return recipe.runs().stream()
                .filter(run -> only.isEmpty() || only.contains(run.name()))
                .toList();
    }

    /** Trains a run, from a first stage that another one has in common with it if that is done. */
    private boolean train(RecipeRun run, long seed, Path model, List<Path> all) throws IOException {
        RunStore place = new RunStore(model);
        TrainingPlan plan = new TrainingPlan(ProgramVersion.number(), collections(), config(run, seed));
        RunCompatibility.requireSame(place, plan);
        if (place.isFinished()) {
            return true;
        }
        String goOn = "the same command";
        System.err.println(
                "training %d of %d: %s, seed %d".formatted(all.indexOf(model) + 1, all.size(), run.name(), seed));
        if (Files.isRegularFile(place.training().resolve("plan.json"))) {
            return TrainingRun.resume(model, goOn, all);
        }
        return TrainingRun.start(model, plan, goOn, all);
    }

    private TrainingConfig config(RecipeRun run, long seed) throws IOException {
        List<String> overrides = new ArrayList<>(List.of("seed=" + seed));
        overrides.addAll(settings);
        return ConfigurationReader.read(
                recipe.training(), folder.resolve(run.config().orElseThrow()), overrides);
    }

    private List<CollectionSpec> collections() {
        return recipe.train().entrySet().stream()
                .map(entry -> new CollectionSpec(
                        data.resolve(entry.getKey())
                                .toAbsolutePath()
                                .normalize()
                                .toString(),
                        entry.getValue()))
                .toList();
    }

    private List<EvaluationReport> references() throws IOException {
        return reports(
                RankingSystem.BASELINE,
                base(),
                out.resolve("reports"),
                encoder -> List.of(
                        new RankingSystem.Encoder(RankingSystem.BASELINE, encoder, true),
                        new RankingSystem.Lexical("BM25", Bm25Indexer.LUCENE, true)));
    }

    /** The base that the first run trains; all are compared with it. */
    private String base() throws IOException {
        return config(trainer(recipe.runs().getFirst()), 17).model().base();
    }

    private List<EvaluationReport> reports(String name, Path model, Path place) throws IOException {
        return reports(
                name,
                model.toString(),
                place.resolve("reports"),
                encoder -> List.of(new RankingSystem.Encoder(name, encoder, false)));
    }

    /** The reports of all collections; the model is opened only if one is still to be made. */
    private List<EvaluationReport> reports(
            String name, String model, Path reports, Function<LibtorchEncoder, List<RankingSystem>> systems)
            throws IOException {
        List<String> missing = recipe.evaluate().stream()
                .filter(collection -> !Files.isRegularFile(file(reports, collection)))
                .toList();
        if (!missing.isEmpty()) {
            Files.createDirectories(reports);
            ProgressLine line = ProgressLine.onStandardError();
            try (PretrainedModel loaded = LiteratureModel.load(model);
                    LibtorchEncoder encoder = ModelOption.encoder(name, loaded, null, compute)) {
                List<RankingSystem> measured = systems.apply(encoder);
                for (String collection : missing) {
                    ReportFile.write(file(reports, collection), measure(data.resolve(collection), measured, line));
                }
            }
            line.clear();
        }
        List<EvaluationReport> all = new ArrayList<>();
        for (String collection : recipe.evaluate()) {
            all.add(ReportFile.read(file(reports, collection)));
        }
        return all;
    }

    private static Path file(Path reports, String collection) {
        return reports.resolve(collection + ".json");
    }

    private EvaluationReport measure(Path collection, List<RankingSystem> systems, ProgressLine line)
            throws IOException {
        EvaluationOptions options = EvaluationOptions.DEFAULTS
                .withMaxQueries(recipe.maxQueries())
                .withMaxCandidates(recipe.maxCandidates());
        try (LiteratureCollection opened = LiteratureCollection.open(collection)) {
            return Evaluation.of(opened, options)
                    .withProgress((stage, done, total) ->
                            line.show("%s, %s: %,d of %,d".formatted(opened.name(), stage, done, total)))
                    .run(Split.parse(recipe.split()), systems);
        }
    }
}

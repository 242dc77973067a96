package io.github.scimult.training.store;

import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.base.BaseModel;
import io.github.scimult.training.dev.DevScore;
import io.github.scimult.training.event.TrainedCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model's {@code README.md}: what it is, what it learned from, what it scored on dev and how it is opened, with the header that the
 * Hugging Face Hub reads. Says nothing that the run's files do not hold.
 *
 * @param folder of the model, whose name is the model's
 * @param manifest of the run it is from; empty if there is none
 * @param task whose expert it is; empty if it is for all tasks
 * @param form in which it is written
 */
public record ModelCard(Path folder, Optional<RunManifest> manifest, Optional<Task> task, Form form) {
    /** In what form a model is written, and how that is opened. */
    public enum Form {
        SCIMULT("scimult", "feature-extraction", """
                ```bash
                ./scimult index --collection papers/ --model %1$s --out library/
                ./scimult export %1$s --task search --to search-st/
                ```
                """),
        SENTENCE_TRANSFORMERS("sentence-transformers", "sentence-similarity", """
                ```python
                from sentence_transformers import SentenceTransformer
                vectors = SentenceTransformer("%1$s").encode(["Title of a paper [SEP] Its abstract"])
                ```
                """),
        ONNX("onnx", "feature-extraction", """
                `model.onnx` takes `input_ids`, `attention_mask` and `token_type_ids`, int64 (batch, sequence), as the tokenizer beside it
                makes them, and gives `sentence_embedding`, float (batch, hidden).
                """);

        private final String library;
        private final String pipeline;
        private final String use;

        Form(String library, String pipeline, String use) {
            this.library = library;
            this.pipeline = pipeline;
            this.use = use;
        }
    }

    private String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The whole text, Markdown. */
    public String text() {
        return header() + "\n# " + name() + "\n\n" + purpose() + "\n## Use\n\n" + form.use.formatted(name())
                + "\nThe text of a paper is `title [SEP] abstract`; that of a label is `name [SEP] definition`.\n"
                + manifest.map(run -> training(run) + scores(run)).orElse("")
                + limits();
    }

    private String header() {
        StringBuilder header = new StringBuilder("---\nlibrary_name: " + form.library + "\npipeline_tag: "
                + form.pipeline + "\ntags:\n- scimult\n- scientific-literature\n- feature-extraction\n");
        base().ifPresent(base -> header.append("base_model: " + base.hubId() + "\n"));
        return header.append("---\n").toString();
    }

    private Optional<BaseModel> base() {
        return manifest.flatMap(
                run -> BaseModel.named(run.configuration().model().base()));
    }

    private String purpose() {
        String made = "A text encoder for scientific literature, "
                + task.map(whose -> "the part of a model that is for " + whose.name() + ", ")
                        .orElse("");
        return made
                + manifest.map(run -> "trained by SciMult " + run.version() + ".\n")
                        .orElse("written by SciMult. How it was trained is not known here.\n");
    }

    private static String training(RunManifest run) {
        String collections = run.collections().stream().map(ModelCard::row).collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                """

                ## Training

                Base `%s`, variant `%s`, seed %d, %,d steps in %.0f minutes; all settings are in the `manifest.json` of the run. Fine-tuned
                weights: %s, interpolated with the base's (coefficient %s).

                | collection | papers | labels | queries | training pairs | fingerprint |
                |---|---|---|---|---|---|
                %s""",
                run.configuration().model().base(),
                run.configuration().variant().lowerCaseName(),
                run.configuration().seed(),
                run.extent().steps(),
                run.extent().seconds() / 60,
                run.weights(),
                alphas(run.interpolation()),
                collections);
    }

    private static String alphas(RunManifest.Result result) {
        String groups = result.groupAlphas().entrySet().stream()
                .map(group -> ", " + group.getKey() + " " + group.getValue())
                .collect(Collectors.joining());
        return result.alpha() + groups;
    }

    private static String row(TrainedCollection collection) {
        String pairs = collection.heldOut()
                ? "none, held out"
                : collection.pairs().entrySet().stream()
                        .map(of -> of.getKey() + " " + String.format(Locale.ROOT, "%,d", of.getValue()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %s | %.12s |%n",
                collection.name(),
                collection.papers(),
                collection.labels(),
                collection.queries(),
                pairs,
                collection.fingerprint());
    }

    private String scores(RunManifest run) {
        List<DevScore> own = run.interpolation().dev().stream()
                .filter(score -> task.isEmpty() || task.get().name().equals(score.task()))
                .toList();
        if (own.isEmpty()) {
            return "";
        }
        return """

                ## Scores

                On samples of the dev splits, with the 95 %% confidence interval of the difference to the untrained base.
                Where dev selected the weights or the coefficient, these scores are a little higher than those on unseen papers.

                | collection | task | metric | queries | base | this model | difference |
                |---|---|---|---|---|---|---|
                %s""".formatted(own.stream().map(ModelCard::row).collect(Collectors.joining()));
    }

    private static String row(DevScore score) {
        String difference = score.hasBaseline()
                ? String.format(
                        Locale.ROOT,
                        "%+.3f [%+.3f, %+.3f]",
                        score.value() - score.baseline(),
                        score.lower(),
                        score.upper())
                : "";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %s | %.3f | %s |%n",
                score.collection(),
                score.task(),
                score.metric(),
                score.queries(),
                score.hasBaseline() ? String.format(Locale.ROOT, "%.3f", score.baseline()) : "",
                score.value(),
                difference);
    }

    private String limits() {
        // Whoever publishes the model chooses its licence: no header names one, which the Hub would show as decided.
        String licence = base().map(base -> "\n## Licence\n\nThe model is derived from " + base.title()
                        + ", whose licence (" + base.licence()
                        + ") asks to pass its notice on, and from the texts it was trained on, with terms of their own. Choose a "
                        + "licence that both allow before you publish it, and name it above as `license:`.\n")
                .orElse("");
        return licence + "\n## Limits\n\n"
                + "Scores on other collections may differ much; evaluate it on your own papers before you rely on it.\n";
    }
}

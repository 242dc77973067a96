package io.github.scimult.app.evaluation;

import io.github.scimult.app.option.InstructionOption;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.evaluation.ranking.RankingSystem;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.search.Bm25Indexer;
import io.github.scimult.training.config.ComputeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The baseline, which is the untrained base model unless another is named, and, if there is one, the trained model. */
public record EvaluatedModels(
        PretrainedModel base, LibtorchEncoder baseEncoder, PretrainedModel trained, LibtorchEncoder encoder)
        implements EvaluatedSystems {
    public static EvaluatedModels open(
            String base, String model, InstructionOption instruction, Integer maxLength, ComputeConfig compute)
            throws IOException {
        PretrainedModel baseModel = LiteratureModel.load(base);
        LibtorchEncoder baseEncoder = ModelOption.encoder(RankingSystem.BASELINE, baseModel, maxLength, compute);
        if (model == null) {
            return new EvaluatedModels(baseModel, baseEncoder, null, null);
        }
        PretrainedModel loaded = LiteratureModel.load(model);
        PretrainedModel instructed = instruction.in(loaded);
        if (!isTrainedHere(model) && instructed.fingerprint().equals(baseModel.fingerprint())) {
            loaded.close();
            return new EvaluatedModels(baseModel, baseEncoder, null, null);
        }
        // By the plan of the base: in another precision or by another kernel, the rows would differ in more than the
        // weights.
        return new EvaluatedModels(
                baseModel,
                baseEncoder,
                loaded,
                ModelOption.encoder(rowOf(model), instructed, maxLength, baseEncoder.plan()));
    }

    /** Any other model is not called trained. */
    private static String rowOf(String model) {
        return isTrainedHere(model) ? "trained" : "model";
    }

    /** What this program has trained or merged has a manifest; its weights may have come out as the base's. */
    private static boolean isTrainedHere(String model) {
        return Files.isRegularFile(Path.of(model, "manifest.json"));
    }

    @Override
    public List<RankingSystem> systems() {
        if (encoder == null) {
            return List.of(
                    new RankingSystem.Encoder(RankingSystem.BASELINE, baseEncoder, true),
                    new RankingSystem.Lexical("BM25", Bm25Indexer.LUCENE, true),
                    new RankingSystem.Fused("baseline + BM25", RankingSystem.BASELINE, "BM25"));
        }
        return RankingSystem.baseAndModel(baseEncoder, Bm25Indexer.LUCENE, encoder.name(), encoder);
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("version", ProgramVersion.number());
        notes.put(RankingSystem.BASELINE, base.name());
        if (trained != null) {
            notes.put(encoder.name(), trained.name());
        }
        notes.put("computed in", baseEncoder.plan().toString());
        return notes;
    }

    @Override
    public void close() {
        baseEncoder.close();
        base.close();
        if (trained != null) {
            encoder.close();
            trained.close();
        }
    }
}

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The baseline, which is the untrained base model unless another is named, and any number of models to compare with it. */
public final class EvaluatedModels implements EvaluatedSystems {
    private record Opened(PretrainedModel model, LibtorchEncoder encoder) {
        void close() {
            encoder.close();
            model.close();
        }
    }

    private final Opened base;
    private final List<Opened> models = new ArrayList<>();

    private EvaluatedModels(Opened base) {
        this.base = base;
    }

    /**
     * Opens all of them. A single model without a name that is the baseline itself is left out.
     *
     * @param named in the order of the rows
     */
    public static EvaluatedModels open(
            String base,
            List<NamedModel> named,
            InstructionOption instruction,
            Integer maxLength,
            ComputeConfig compute)
            throws IOException {
        PretrainedModel baseModel = LiteratureModel.load(base);
        EvaluatedModels opened = new EvaluatedModels(
                new Opened(baseModel, ModelOption.encoder(RankingSystem.BASELINE, baseModel, maxLength, compute)));
        try {
            for (NamedModel model : NamedModel.named(named)) {
                opened.add(
                        model,
                        instruction,
                        maxLength,
                        named.size() == 1 && named.getFirst().name() == null);
            }
            RankingSystem.requireSound(opened.systems());
            return opened;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /** By the plan of the base: in another precision or by another kernel, the rows would differ in more than the weights. */
    private void add(NamedModel named, InstructionOption instruction, Integer maxLength, boolean unlessBase)
            throws IOException {
        PretrainedModel loaded = LiteratureModel.load(named.place());
        PretrainedModel instructed = instruction.in(loaded);
        if (unlessBase
                && !named.isTrainedHere()
                && instructed.fingerprint().equals(base.model().fingerprint())) {
            loaded.close();
            return;
        }
        models.add(new Opened(
                loaded,
                ModelOption.encoder(
                        named.name(), instructed, maxLength, base.encoder().plan())));
    }

    public LibtorchEncoder baseEncoder() {
        return base.encoder();
    }

    /** The one model beside the base. */
    public LibtorchEncoder encoder() {
        return models.getFirst().encoder();
    }

    @Override
    public List<RankingSystem> systems() {
        return RankingSystem.baseAndModels(
                base.encoder(),
                Bm25Indexer.LUCENE,
                models.stream()
                        .map(model -> new RankingSystem.Encoder(model.encoder().name(), model.encoder(), false))
                        .toList());
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("version", ProgramVersion.number());
        notes.put(RankingSystem.BASELINE, base.model().name());
        models.forEach(model -> notes.put(model.encoder().name(), model.model().name()));
        notes.put("computed in", base.encoder().plan().toString());
        return notes;
    }

    @Override
    public void close() {
        models.forEach(Opened::close);
        base.close();
    }
}

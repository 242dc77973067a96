package io.github.scimult.app.command;

import io.github.scimult.app.terminal.Durations;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.model.checkpoint.PretrainedModel;
import io.github.scimult.model.embedding.LibtorchEncoder;
import io.github.scimult.search.index.IndexBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a collection searchable. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        header = "Make a collection searchable, by words and by vectors.",
        description = "%nStopped or killed, the same command goes on where it was.",
        footer = {"", "Example:", "  scimult index --collection papers/ --model model/ --out index/"})
final class IndexCommand implements Callable<Integer> {
    @Option(names = "--collection", paramLabel = "DIR", required = true, description = "The collection's folder.")
    private Path collection;

    @Option(names = "--model", defaultValue = "minilm", description = "A model's folder, or minilm (default).")
    private String model;

    @Option(names = "--out", paramLabel = "INDEX", required = true, description = "The index's folder.")
    private Path out;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        try (LiteratureCollection opened = LiteratureCollection.open(collection);
                PretrainedModel loaded = ModelOption.load(model);
                LibtorchEncoder encoder = ModelOption.encoder(model, loaded, null, compute.config());
                StopSignal stop = new StopSignal(line)) {
            long start = System.nanoTime();
            int[] first = {-1};
            IndexBuilder builder = new IndexBuilder(opened, encoder, (done, total) -> {
                first[0] = first[0] < 0 ? Math.max(0, done - 512) : first[0];
                double seconds = (System.nanoTime() - start) / 1e9;
                double rate = (done - first[0]) / seconds;
                line.show("indexing: %,d of %,d papers, %,.0f a second, %s left"
                        .formatted(done, total, rate, Durations.of((total - done) / rate)));
            });
            boolean whole = builder.build(out, place(), ModelFingerprint.of(loaded), stop);
            line.print(
                    whole
                            ? "%,d papers and %,d labels are in %s, after %s"
                                    .formatted(
                                            opened.papers().size(),
                                            opened.labels().size(),
                                            out,
                                            Durations.of((System.nanoTime() - start) / 1e9))
                            : "stopped; the same command goes on");
            return 0;
        }
    }

    private String place() {
        return model.equals("minilm")
                ? model
                : Path.of(model).toAbsolutePath().normalize().toString();
    }
}

package io.github.scimult.app.library;

import io.github.scimult.app.indexing.IndexingDisplay;
import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.training.StopSignal;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.indexing.IndexBuild;
import io.github.scimult.library.indexing.IndexOptions;
import io.github.scimult.library.indexing.LibraryBuild;
import io.github.scimult.library.live.LibraryFolder;
import io.github.scimult.library.live.OpenModel;
import io.github.scimult.search.index.IndexFacts;
import io.github.scimult.search.index.LiteratureIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds a newer index of a library. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        header = "Build a newer index beside the one that is served, and have it served.",
        description =
                "%nOf the collection and all changes, by the same model or another one. Queries and changes are served meanwhile; "
                        + "servers change over within a second, and nothing that was acknowledged is lost. Stopped or killed, the same command "
                        + "resumes it.",
        footer = {
            "",
            "Examples:",
            "  scimult library reindex library/ --model newer/",
            "  scimult library reindex backup/ --model model/"
        })
final class LibraryReindexCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LIBRARY", description = "The library's folder.")
    private Path root;

    @Option(
            names = "--model",
            description =
                    "A model's folder, minilm or bge-small (default: the model of the index that is served, else minilm).")
    private String model;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        LibraryFolder library = new LibraryFolder(root);
        Optional<IndexFacts> served = library.isLibrary() && library.hasIndex()
                ? Optional.of(LiteratureIndex.facts(library.index()))
                : Optional.empty();
        String name = model != null ? model : served.map(IndexFacts::model).orElse(LiteratureModel.BUILT_IN);
        ProgressLine line = ProgressLine.onStandardError();
        LibraryBuild build = LibraryBuild.ofChanges(library);
        try (LiteratureCollection opened = LiteratureCollection.open(build.collection());
                PretrainedModel loaded = LiteratureModel.load(name);
                LibtorchEncoder encoder = ModelOption.encoder(name, loaded, null, compute.config());
                StopSignal stop = new StopSignal(line)) {
            IndexOptions options = served.map(LibraryReindexCommand::optionsOf).orElse(IndexOptions.DEFAULTS);
            build.run(
                    new IndexBuild(opened, name, loaded.fingerprint(), encoder, options.of(build.origin())),
                    OpenModel.of(encoder, loaded.fingerprint()),
                    new IndexingDisplay(line, build.origin().name(), build.index()),
                    stop);
            return 0;
        }
    }

    private static IndexOptions optionsOf(IndexFacts served) {
        return new IndexOptions(served.vectors(), served.language(), EnumSet.copyOf(served.splits()), Optional.empty());
    }
}

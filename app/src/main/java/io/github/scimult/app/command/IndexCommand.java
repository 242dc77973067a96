package io.github.scimult.app.command;

import io.github.scimult.app.indexing.IndexMaintenance;
import io.github.scimult.app.indexing.IndexingDisplay;
import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.training.StopSignal;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.ReadOptions;
import io.github.scimult.core.task.Split;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.indexing.IndexBuild;
import io.github.scimult.library.indexing.IndexOptions;
import io.github.scimult.library.indexing.LibraryBuild;
import io.github.scimult.library.live.OpenModel;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.index.VectorStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a collection searchable. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        header = "Index a collection for hybrid search, label suggestion and citation recommendation.",
        description =
                "%nStopped or killed, the same command resumes it. --add, --delete, --map and --check change or examine "
                        + "an index that is there.",
        footer = {
            "",
            "Examples:",
            "  scimult index --collection papers/ --model model/ --out index/",
            "  scimult index --out index/ --add new/corpus.jsonl --delete 17942999",
            "  scimult index --out index/ --map",
            "  scimult index --out index/ --check"
        })
final class IndexCommand implements Callable<Integer> {
    @Option(names = "--collection", paramLabel = "DIR", description = "The collection's folder.")
    private Path collection;

    @Option(
            names = "--model",
            description =
                    "A model's folder, minilm (default) or bge-small; for an index that is there, where its model is no longer "
                            + "where it was.")
    private String model;

    @Option(names = "--out", paramLabel = "INDEX", required = true, description = "The index's folder.")
    private Path out;

    @Option(
            names = "--add",
            paramLabel = "FILE",
            description =
                    "Papers, or labels in a file labels*.jsonl, to add; one whose id is there is replaced. May be "
                            + "repeated.")
    private List<Path> added = new ArrayList<>();

    @Option(names = "--delete", split = ",", paramLabel = "ID", description = "Papers to delete.")
    private List<String> deleted = new ArrayList<>();

    @Option(
            names = "--vectors",
            paramLabel = "TYPE",
            defaultValue = "float32",
            description =
                    "How HNSW compares embeddings: float32 (default), or int8 scalar quantisation, for a quarter of the memory.")
    private String vectors;

    @Option(
            names = "--splits",
            paramLabel = "SPLITS",
            defaultValue = "train,dev,test",
            description =
                    "Whose judgements the index serves: assigned labels, by which others are suggested, and citations "
                            + "(default: ${DEFAULT-VALUE}). To evaluate label suggestion on a split, leave that split out.")
    private String splits;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "english",
            description =
                    "Of titles and abstracts, for stop words and stems: english (default), german, french, …, or cjk "
                            + "for Chinese, Japanese and Korean. A wrong name prints all.")
    private String language;

    @Option(names = "--skip-bad-records", description = "Leave bad records out, count and report them.")
    private boolean skipBadRecords;

    @Option(names = "--check", description = "Print HNSW's recall against exact search.")
    private boolean check;

    @Option(
            names = "--map",
            description = "Compute the map of the papers that the web page shows; repeat it after many changes.")
    private boolean map;

    @Mixin
    private ComputeOptions compute;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        boolean maintained = check || map || !added.isEmpty() || !deleted.isEmpty();
        if (maintained == (collection != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say what to index, --collection DIR, or what to do with the index: --add, "
                            + "--delete, --map, --check");
        }
        return maintained ? maintain() : build();
    }

    private Integer maintain() throws IOException {
        IndexMaintenance index = new IndexMaintenance(out, model, compute.config());
        if (!added.isEmpty() || !deleted.isEmpty()) {
            index.change(added, deleted);
        }
        if (map) {
            index.map();
        }
        if (check) {
            index.check();
        }
        return 0;
    }

    private Integer build() throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        IndexOptions options = new IndexOptions(
                VectorStorage.parse(vectors), Language.parse(language), Split.parseAll(splits), Optional.empty());
        try (LiteratureCollection opened = LiteratureCollection.open(
                        collection, skipBadRecords ? ReadOptions.SKIP_BAD_RECORDS : ReadOptions.DEFAULTS);
                PretrainedModel loaded = LiteratureModel.load(name());
                LibtorchEncoder encoder = ModelOption.encoder(name(), loaded, null, compute.config());
                StopSignal stop = new StopSignal(line)) {
            if (!opened.skipped().isEmpty()) {
                line.print(opened.skipped().report());
            }
            LibraryBuild library = LibraryBuild.ofCollection(out, opened);
            library.run(
                    new IndexBuild(opened, name(), loaded.fingerprint(), encoder, options.of(library.origin())),
                    OpenModel.of(encoder, loaded.fingerprint()),
                    new IndexingDisplay(line, opened.name(), library.index()),
                    stop);
            return 0;
        }
    }

    private String name() {
        return model == null ? "minilm" : model;
    }
}

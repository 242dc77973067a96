package io.github.scimult.app.indexing;

import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.collection.RecordFile;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.task.Task;
import io.github.scimult.encoder.checkpoint.PretrainedModel;
import io.github.scimult.encoder.inference.LibtorchEncoder;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.library.indexing.IndexMap;
import io.github.scimult.search.index.IndexUpdate;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.training.config.ComputeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is done with an index that is there.
 *
 * @param folder the index's
 * @param model the model's folder; null for where the index says it was
 */
public record IndexMaintenance(Path folder, String model, ComputeConfig compute) {
    private static final int PAPERS_A_PIECE = 512;
    private static final int QUERIES = 100;
    private static final int DEPTH = 100;
    private static final long SEED = 17;

    /** Adds or replaces the records of files and deletes papers, all of it or nothing. */
    public void change(List<Path> added, List<String> deleted) throws IOException {
        String place = ModelOption.of(folder, model);
        try (PretrainedModel loaded = LiteratureModel.load(place);
                LibtorchEncoder encoder = ModelOption.encoder(place, loaded, null, compute);
                IndexUpdate update = IndexUpdate.open(folder, encoder, loaded.fingerprint())) {
            for (String id : deleted) {
                update.deletePaper(id);
            }
            int put = 0;
            for (Path file : added) {
                put += add(file, update);
            }
            List<String> missing = missing(deleted, encoder, loaded.fingerprint());
            update.commit();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d added or replaced, %,d deleted%n",
                    folder,
                    put,
                    deleted.size() - missing.size());
            if (!missing.isEmpty()) {
                System.out.println("not deleted, because there are no such papers: " + String.join(", ", missing));
            }
        }
    }

    /** Those of the ids that are no paper's, as the index is before the change. */
    private List<String> missing(List<String> ids, TextEncoder encoder, String fingerprint) throws IOException {
        List<String> missing = new ArrayList<>();
        try (LiteratureIndex before = LiteratureIndex.open(folder, encoder, fingerprint)) {
            for (String id : ids) {
                if (before.paper(id).isEmpty()) {
                    missing.add(id);
                }
            }
        }
        return missing;
    }

    private static int add(Path file, IndexUpdate update) throws IOException {
        ProgressLine line = ProgressLine.onStandardError();
        try (RecordFile records = RecordFile.open(file)) {
            RecordStore<? extends CollectionRecord> store = records.records();
            for (int first = 0; first < store.size(); first += PAPERS_A_PIECE) {
                int end = Math.min(store.size(), first + PAPERS_A_PIECE);
                put(store, first, end, update, file);
                line.show("%s: %,d of %,d".formatted(file, end, store.size()));
            }
            line.clear();
            return store.size();
        }
    }

    private static void put(
            RecordStore<? extends CollectionRecord> store, int first, int end, IndexUpdate update, Path file)
            throws IOException {
        List<Paper> papers = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int row = first; row < end; row++) {
            switch (store.get(row)) {
                case Paper paper -> papers.add(paper);
                case Label label -> labels.add(label);
                default -> throw new IllegalArgumentException(file + " holds queries: an index has papers and labels");
            }
        }
        update.putPapers(papers);
        update.putLabels(labels);
    }

    /** Draws the map that the served page shows. */
    public void map() throws IOException {
        try (PaperLibrary opened = open()) {
            IndexMap.draw(
                    folder,
                    opened.index(),
                    new IndexingDisplay(
                            ProgressLine.onStandardError(),
                            opened.index().facts().collection(),
                            folder));
        }
    }

    private PaperLibrary open() throws IOException {
        return PaperLibrary.open(folder, LiteratureModel.open(ModelOption.of(folder, model), compute.threads()));
    }

    /** Prints HNSW's recall against exact search for each task. */
    public void check() throws IOException {
        try (PaperLibrary opened = open()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d papers; HNSW recall@%d against exact search, %d papers as queries%n",
                    folder,
                    opened.index().papers(),
                    DEPTH,
                    QUERIES);
            for (Task task : List.of(Task.CLASSIFICATION, Task.LINK, Task.SEARCH)) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-16s %.1f %%%n",
                        task,
                        100 * opened.index().recall(task, QUERIES, DEPTH, SEED));
            }
        }
    }
}

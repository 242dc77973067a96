package io.github.scimult.app.indexing;

import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.journal.Change;
import io.github.scimult.core.task.Task;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.PaperLibrary;
import io.github.scimult.library.indexing.IndexMap;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.training.config.ComputeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is done with a library that is there.
 *
 * @param folder the library's
 * @param model the model's folder; null for where the index says it was
 */
public record IndexMaintenance(Path folder, String model, ComputeConfig compute) {
    private static final int QUERIES = 100;
    private static final int DEPTH = 100;
    private static final long SEED = 17;

    /**
     * Adds or replaces the records of files and deletes papers. What is in the library already as it stands in a file is passed over, so
     * that the same command resumes what was interrupted.
     */
    public void change(List<Path> added, List<String> deleted) throws IOException {
        try (PaperLibrary library = open()) {
            List<String> missing = new ArrayList<>();
            List<Change> deletions = new ArrayList<>();
            for (String id : deleted) {
                if (library.read(served -> served.index().paper(id)).isPresent()) {
                    deletions.add(new Change.DeletePaper(id));
                } else {
                    missing.add(id);
                }
            }
            int put = 0;
            for (Path file : added) {
                put += new RecordLoading(library, file).run();
            }
            library.write(deletions);
            System.out.printf(Locale.ROOT, "%s: %,d added or replaced, %,d deleted%n", folder, put, deletions.size());
            if (!missing.isEmpty()) {
                System.out.println("not deleted, because there are no such papers: " + String.join(", ", missing));
            }
        }
    }

    /** Draws the map that the served page shows. */
    public void map() throws IOException {
        try (PaperLibrary opened = open()) {
            opened.read(served -> {
                IndexingDisplay display = new IndexingDisplay(
                        ProgressLine.onStandardError(), served.index().facts().collection(), served.folder());
                IndexMap.draw(served.folder(), served.index(), display);
                return served;
            });
        }
    }

    private PaperLibrary open() throws IOException {
        return PaperLibrary.open(folder, LiteratureModel.open(ModelOption.of(folder, model), compute.threads()));
    }

    /** Prints HNSW's recall against exact search for each task. */
    public void check() throws IOException {
        try (PaperLibrary opened = open()) {
            opened.read(served -> {
                print(served.index());
                return served;
            });
        }
    }

    private void print(LiteratureIndex index) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d papers; HNSW recall@%d against exact search, %d papers as queries%n",
                folder,
                index.papers(),
                DEPTH,
                QUERIES);
        for (Task task : List.of(Task.CLASSIFICATION, Task.LINK, Task.SEARCH)) {
            System.out.printf(Locale.ROOT, "  %-16s %.1f %%%n", task, 100 * index.recall(task, QUERIES, DEPTH, SEED));
        }
    }
}

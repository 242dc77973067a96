package io.github.scimult.search.index;

import io.github.scimult.core.embedding.NonFiniteVectorException;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.record.CollectionRecord;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.StoredVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;

/**
 * The vectors that an index keeps of records: one in each space.
 *
 * @param encoder of the index's model
 */
record IndexVectors(TextEncoder encoder) {
    private static final List<Task> OF_PAPERS = List.of(Task.CLASSIFICATION, Task.LINK, Task.SEARCH);
    private static final List<Task> OF_LABELS = List.of(Task.CLASSIFICATION);

    /** For each paper its vectors by space. */
    List<Map<String, float[]>> ofPapers(List<? extends CollectionRecord> papers) {
        return of(papers, OF_PAPERS);
    }

    /** For each label its vector in the space in which papers are tagged. */
    List<Map<String, float[]>> ofLabels(List<? extends CollectionRecord> labels) {
        return of(labels, OF_LABELS);
    }

    /** The vectors of a paper by space, as an index has them. @param document of the paper */
    Map<String, float[]> stored(IndexReader reader, int document) throws IOException {
        Map<String, float[]> own = new LinkedHashMap<>();
        for (Task task : OF_PAPERS) {
            String space = encoder.space(task);
            new StoredVectors(reader, IndexField.vector(space, IndexField.PAPER))
                    .of(document)
                    .ifPresent(vector -> own.put(space, vector));
        }
        return own;
    }

    private Map<Task, float[][]> encoded(List<? extends CollectionRecord> records, List<Task> tasks) {
        try {
            return encoder.encode(
                    records.stream().map(CollectionRecord::segments).toList(), tasks);
        } catch (NonFiniteVectorException failure) {
            throw failure.named(records.stream().map(CollectionRecord::id).toList());
        }
    }

    /** Tasks of one space have its vector in common. */
    private List<Map<String, float[]>> of(List<? extends CollectionRecord> records, List<Task> tasks) {
        Map<String, Task> spaces = new LinkedHashMap<>();
        tasks.forEach(task -> spaces.putIfAbsent(encoder.space(task), task));
        Map<Task, float[][]> encoded = encoded(records, List.copyOf(spaces.values()));
        List<Map<String, float[]>> vectors = new ArrayList<>();
        for (int row = 0; row < records.size(); row++) {
            Map<String, float[]> own = new LinkedHashMap<>();
            for (Map.Entry<String, Task> space : spaces.entrySet()) {
                own.put(space.getKey(), encoded.get(space.getValue())[row]);
            }
            vectors.add(own);
        }
        return vectors;
    }
}

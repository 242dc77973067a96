package io.github.scimult.evaluation.task;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.RecordStore;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.evaluation.trec.Utf8Order;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * What is ranked: all labels or all papers of a collection, or some of them.
 *
 * @param kind "labels" or "papers", for people
 * @param rows (candidates) of the collection's labels or papers
 * @param ids (candidates) in the collection
 * @param places (candidates): of two equal scores the lower place comes first; trec_eval's order, id descending
 * @param text a candidate's text as an encoder sees it
 * @param words a candidate's text as a lexical scorer sees it: title and abstract; name, definition and synonyms
 */
@SuppressWarnings("ArrayRecordComponent")
public record CandidateSet(
        String kind,
        int[] rows,
        String[] ids,
        int[] places,
        IntFunction<SegmentedText> text,
        IntFunction<String> words) {
    /**
     * The candidates of a family of tasks.
     *
     * @param rows which rows of the labels or papers, in this order
     */
    static CandidateSet of(LiteratureCollection collection, TaskFamily family, int[] rows) {
        RecordStore<?> store = store(collection, family);
        String[] ids = Arrays.stream(rows).mapToObj(store::id).toArray(String[]::new);
        int[] places = Utf8Order.descendingPlaces(ids);
        if (family == TaskFamily.CLASSIFICATION) {
            RecordStore<Label> labels = collection.labels();
            return new CandidateSet(
                    "labels",
                    rows,
                    ids,
                    places,
                    candidate -> labels.get(rows[candidate]).segments(),
                    candidate -> words(labels.get(rows[candidate])));
        }
        IntFunction<SegmentedText> text =
                candidate -> collection.papers().get(rows[candidate]).segments();
        return new CandidateSet(
                "papers",
                rows,
                ids,
                places,
                text,
                candidate -> text.apply(candidate).plain());
    }

    static RecordStore<?> store(LiteratureCollection collection, TaskFamily family) {
        return family == TaskFamily.CLASSIFICATION ? collection.labels() : collection.papers();
    }

    public int size() {
        return ids.length;
    }

    private static String words(Label label) {
        return label.segments().plain() + " " + String.join(" ", label.synonyms());
    }
}

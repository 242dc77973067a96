package io.github.scimult.search.index;

import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.LexicalQuery;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.LabelHit;
import io.github.scimult.search.record.LabelNeighbourhood;
import io.github.scimult.search.record.LabelNeighbourhood.LabelledPaper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Finds the labels and the labelled papers near a paper, in an index as it was at one moment. */
record LabelNeighbours(IndexSnapshot snapshot) {
    /** Of a long text: more of them cost much and find about the same. */
    private static final int TELLING_TERMS = 64;

    LabelNeighbourhood of(LabelNeighbourhood.Query query, LabelNeighbourhood.Size size) throws IOException {
        Query labelled = labelled(query.splits());
        // Papers that are excluded are dropped afterwards: a filter that names none is used again and again.
        int papers = size.papers() + query.excluded().size();
        return new LabelNeighbourhood(
                labels(query.vector(), size.labels()),
                papers(nearest(IndexField.PAPER, query.vector(), papers, labelled), query.excluded(), size.papers()),
                papers(byBm25(query, papers, labelled), query.excluded(), size.papers()));
    }

    /** The labels with the nearest vectors, the nearest first. */
    List<LabelHit> labels(float[] vector, int limit) throws IOException {
        List<LabelHit> hits = new ArrayList<>();
        for (ScoreDoc hit : nearest(IndexField.LABEL, vector, limit, null)) {
            hits.add(new LabelHit(snapshot.stored().label(hit.doc), hit.score));
        }
        return hits;
    }

    private static Query labelled(Set<Split> splits) {
        Collection<BytesRef> names = splits.stream()
                .map(split -> new BytesRef(split.lowerCaseName()))
                .toList();
        return new TermInSetQuery(IndexField.SPLIT, names);
    }

    private List<ScoreDoc> nearest(String type, float[] vector, int limit, Query filter) throws IOException {
        String field = snapshot.space().field(Task.CLASSIFICATION, type);
        int depth = Math.max(LiteratureIndex.DEPTH, limit); // a wider beam finds more
        ScoreDoc[] found = snapshot.nearest().of(field, vector, depth, filter);
        return Arrays.asList(found).subList(0, Math.min(limit, found.length));
    }

    private List<ScoreDoc> byBm25(LabelNeighbourhood.Query query, int limit, Query filter) throws IOException {
        Optional<Query> words = new LexicalQuery(
                        snapshot.searcher().getIndexReader(), snapshot.analyzer(), TELLING_TERMS)
                .of(query.text().plain(), false);
        if (words.isEmpty()) {
            return List.of();
        }
        Query labelled = PaperRetrieval.among(words.get(), filter);
        return Arrays.asList(snapshot.searcher().search(labelled, limit).scoreDocs);
    }

    private List<LabelledPaper> papers(List<ScoreDoc> found, Set<String> excluded, int limit) throws IOException {
        List<LabelledPaper> papers = new ArrayList<>();
        for (ScoreDoc hit : found) {
            IndexedPaper paper = snapshot.stored().paper(hit.doc);
            if (!excluded.contains(paper.id()) && papers.size() < limit) {
                papers.add(new LabelledPaper(paper.id(), paper.labels(), hit.score));
            }
        }
        return papers;
    }
}

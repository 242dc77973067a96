package io.github.scimult.search.index;

import io.github.scimult.search.duplicate.DuplicateGroups;
import io.github.scimult.search.duplicate.PaperIdentity;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.StoredVectors;
import io.github.scimult.search.fusion.RankedPaper;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Results of one query out of its rankings: of the records of one paper the first, with the number of the others, and nothing that is
 * the paper that was asked about. Records are read once, however often the query is ranked.
 */
final class PaperGrouping {
    /** So much further than the last result, at least, are duplicates looked for. */
    private static final int LOOK_AHEAD = 20;

    private final StoredRecords stored;
    private final StoredVectors vectors;
    private final PreparedQuery query;
    private final Optional<DuplicateGroups.Candidate> asked;
    private final Map<Integer, Record> known = new HashMap<>();

    /** @param vectors tell what says the same */
    PaperGrouping(StoredRecords stored, StoredVectors vectors, PreparedQuery query) {
        this.stored = stored;
        this.vectors = vectors;
        this.query = query;
        this.asked = query.question().withoutAsked()
                ? Optional.of(new DuplicateGroups.Candidate(
                        PaperIdentity.of(query.plan().text()), query::vector))
                : Optional.empty();
    }

    private record Record(IndexedPaper paper, DuplicateGroups.Candidate candidate) {}

    /** The first of an order. */
    List<SearchHit> first(List<RankedPaper> order) throws IOException {
        int limit = query.question().end();
        return query.question().duplicates() ? all(order, limit) : grouped(order, limit);
    }

    private List<SearchHit> all(List<RankedPaper> order, int limit) throws IOException {
        List<SearchHit> hits = new ArrayList<>();
        for (RankedPaper ranked : order) {
            Record record = record(ranked.document());
            if (hits.size() < limit && !isAsked(record)) {
                hits.add(hit(record, ranked, 0));
            }
        }
        return hits;
    }

    private List<SearchHit> grouped(List<RankedPaper> order, int limit) throws IOException {
        DuplicateGroups groups = new DuplicateGroups();
        Map<DuplicateGroups.Group, RankedPaper> best = new HashMap<>();
        int further = 0;
        for (RankedPaper ranked : order) {
            boolean isFull = groups.groups().size() >= limit;
            if (isFull && further++ > limit + LOOK_AHEAD) {
                break;
            }
            Record record = record(ranked.document());
            if (!isAsked(record) && !groups.join(record.candidate()) && !isFull) {
                best.put(groups.begin(record.candidate()), ranked);
            }
        }
        List<SearchHit> hits = new ArrayList<>();
        for (DuplicateGroups.Group group : groups.groups()) {
            RankedPaper ranked = best.get(group);
            hits.add(hit(record(ranked.document()), ranked, records(group) - 1));
        }
        return hits;
    }

    private static SearchHit hit(Record record, RankedPaper ranked, int duplicates) {
        return new SearchHit(record.paper(), ranked.score(), ranked.lexical(), ranked.dense(), duplicates);
    }

    private boolean isAsked(Record record) {
        return asked.isPresent() && asked.get().isSameAs(record.candidate());
    }

    /** Records of a paper, among those that may be results. */
    private int records(DuplicateGroups.Group group) throws IOException {
        int records = group.titles();
        for (String key : group.textKeys()) {
            BooleanQuery same = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexField.SAME_TEXT, key)), BooleanClause.Occur.FILTER)
                    .add(query.plan().papers(), BooleanClause.Occur.FILTER)
                    .build();
            records += stored.searcher().count(same);
        }
        return records;
    }

    private Record record(int document) throws IOException {
        Record record = known.get(document);
        if (record == null) {
            IndexedPaper paper = stored.paper(document);
            PaperIdentity identity = stored.identity(document, paper);
            record = new Record(paper, new DuplicateGroups.Candidate(identity, () -> vectors.of(document)));
            known.put(document, record);
        }
        return record;
    }
}

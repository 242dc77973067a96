package io.github.scimult.search.browse;

import io.github.scimult.search.field.IndexField;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** By how many papers of an index each one is cited: counted once for all, when an order by it is first asked for. */
public final class CitationCounts {
    private final ReaderCache<int[]> counts = new ReaderCache<>(CitationCounts::count);

    /** The most cited first. */
    public SortField order(IndexReader reader) throws IOException {
        return new DocumentNumbers(counts.of(reader)).getSortField(true);
    }

    /** By document. References and ids are terms in one order, so that both are gone through side by side. */
    private static int[] count(IndexReader reader) throws IOException {
        int[] counts = new int[reader.maxDoc()];
        Terms cited = MultiTerms.getTerms(reader, IndexField.REFERENCE);
        Terms known = MultiTerms.getTerms(reader, IndexField.ID);
        if (cited == null || known == null) {
            return counts;
        }
        Bits live = MultiBits.getLiveDocs(reader);
        TermsEnum ids = known.iterator();
        TermsEnum references = cited.iterator();
        BytesRef id = ids.next();
        for (BytesRef reference = references.next(); reference != null && id != null; reference = references.next()) {
            while (id != null && id.compareTo(reference) < 0) {
                id = ids.next();
            }
            if (id != null && id.equals(reference)) {
                set(counts, ids, citing(references, live));
            }
        }
        return counts;
    }

    private static int citing(TermsEnum reference, Bits live) throws IOException {
        if (live == null) {
            return reference.docFreq();
        }
        int citing = 0;
        PostingsEnum papers = reference.postings(null, PostingsEnum.NONE);
        while (papers.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            citing += live.get(papers.docID()) ? 1 : 0;
        }
        return citing;
    }

    private static void set(int[] counts, TermsEnum id, int count) throws IOException {
        PostingsEnum documents = id.postings(null, PostingsEnum.NONE);
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            counts[documents.docID()] = count;
        }
    }
}

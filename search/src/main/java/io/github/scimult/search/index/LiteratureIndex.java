package io.github.scimult.search.index;

import io.github.scimult.core.collection.BadDataException;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.QuietLucene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * An index that answers: searches, tags, citations. Safe for several threads, as the encoder is.
 *
 * <pre>{@code
 * try (LiteratureIndex index = LiteratureIndex.open(folder, encoder, fingerprint)) {
 *     List<SearchHit> hits = index.papers(Task.SEARCH, SegmentedText.of("graph drawing"), SearchFilter.NONE, 10, 0.2);
 * }
 * }</pre>
 */
public final class LiteratureIndex implements AutoCloseable {
    static {
        QuietLucene.begin();
    }

    /** How many each side offers to the fusion, where no more answers are asked for. */
    private static final int DEPTH = 200;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final TextEncoder encoder;
    private final IndexFacts facts;

    private LiteratureIndex(Directory directory, DirectoryReader reader, TextEncoder encoder, IndexFacts facts) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(new BM25Similarity());
        this.encoder = encoder;
        this.facts = facts;
    }

    /** What an index is of, without opening it for questions. */
    public static IndexFacts facts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadDataException(folder + ": there is no such index; make one by ./scimult index");
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return facts(folder, directory);
        }
    }

    static IndexFacts facts(Path folder, Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            throw new BadDataException(folder + ": there is no index in it; make one by ./scimult index");
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return IndexFacts.of(folder, reader.getIndexCommit().getUserData());
        }
    }

    /**
     * Opens an index.
     *
     * @param encoder of the model that the index was made with; the caller closes it
     * @throws BadDataException if there is none, one that is not whole, or one of another model
     */
    public static LiteratureIndex open(Path folder, TextEncoder encoder, String modelFingerprint) throws IOException {
        IndexFacts facts = wholeIndexFacts(folder, modelFingerprint);
        Directory directory = FSDirectory.open(folder);
        return new LiteratureIndex(directory, DirectoryReader.open(directory), encoder, facts);
    }

    /** @throws BadDataException if there is no index, one that is not whole, or one of another model */
    static IndexFacts wholeIndexFacts(Path folder, String modelFingerprint) throws IOException {
        IndexFacts facts = facts(folder);
        facts.requireModel(folder, modelFingerprint);
        if (!facts.finished()) {
            throw new BadDataException(folder + " is not whole, it was stopped after " + facts.papers()
                    + " papers: go on by the command that began it");
        }
        return facts;
    }

    /**
     * How much of what is exactly nearest the graph of neighbours finds, by a task's vectors of the papers.
     *
     * @param queries so many papers are asked about, drawn by the seed
     * @param depth so many nearest ones are looked for
     * @return a mean share in [0, 1]; NaN for an index without papers
     */
    public double recall(Task task, int queries, int depth, long seed) throws IOException {
        String field = IndexField.vector(encoder.space(task), IndexField.PAPER);
        return new IndexCheck(reader, searcher).recall(field, queries, depth, seed);
    }

    /** How many papers are in it. */
    public int papers() throws IOException {
        return searcher.count(new TermQuery(new Term(IndexField.TYPE, IndexField.PAPER)));
    }

    public IndexFacts facts() {
        return facts;
    }

    /**
     * Papers for a text: found by words and by vectors, in one order. Of papers with the same title only the first is given.
     *
     * @param task whose vectors are compared: search for a query, link for a paper's text
     * @param most how many at most
     * @param weight of the words' side; 0 for vectors alone, {@link Double#POSITIVE_INFINITY} for words alone
     */
    public List<SearchHit> papers(Task task, SegmentedText text, SearchFilter filter, int most, double weight)
            throws IOException {
        Query papers = filter.papers();
        int depth = Math.max(DEPTH, most);
        ScoreDoc[] words = weight == 0 ? new ScoreDoc[0] : byWords(text, papers, depth);
        ScoreDoc[] vectors =
                Double.isInfinite(weight) ? new ScoreDoc[0] : byVectors(task, text, IndexField.PAPER, papers, depth);
        Set<String> titles = new HashSet<>();
        List<SearchHit> hits = new ArrayList<>();
        for (RankedFusion.Place place : RankedFusion.fuse(words, vectors, weight)) {
            IndexedPaper paper = paper(place.document());
            if (hits.size() < most && isFirst(paper, titles)) {
                hits.add(new SearchHit(
                        paper,
                        place.score(),
                        place.wordRank(),
                        place.wordScore(),
                        place.vectorRank(),
                        place.vectorScore()));
            }
        }
        return hits;
    }

    /** Whether no answer before it has its title; one without a title is like no other. */
    private static boolean isFirst(IndexedPaper paper, Set<String> titles) {
        String title = plain(paper.title());
        return title.isEmpty() || titles.add(title);
    }

    /** A title without what differs between two copies of the same paper. */
    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** The labels nearest to a text, the nearest first. */
    public List<SearchHit> labels(SegmentedText text, int most) throws IOException {
        Query labels = new TermQuery(new Term(IndexField.TYPE, IndexField.LABEL));
        ScoreDoc[] found = byVectors(
                Task.CLASSIFICATION, text, IndexField.LABEL, labels, Math.max(DEPTH, most)); // a wider beam finds more
        List<SearchHit> hits = new ArrayList<>();
        for (int rank = 0; rank < Math.min(most, found.length); rank++) {
            hits.add(new SearchHit(paper(found[rank].doc), found[rank].score, 0, 0, rank + 1, found[rank].score));
        }
        return hits;
    }

    private ScoreDoc[] byWords(SegmentedText text, Query papers, int depth) throws IOException {
        Query words = new QueryBuilder(IndexField.ANALYZER).createBooleanQuery(IndexField.WORDS, text.plain());
        if (words == null) {
            return new ScoreDoc[0]; // nothing but stop words
        }
        Query both = new BooleanQuery.Builder()
                .add(words, BooleanClause.Occur.MUST)
                .add(papers, BooleanClause.Occur.FILTER)
                .build();
        return searcher.search(both, depth).scoreDocs;
    }

    private ScoreDoc[] byVectors(Task task, SegmentedText text, String type, Query filter, int most)
            throws IOException {
        float[] vector = encoder.encode(List.of(text), task)[0];
        String field = IndexField.vector(encoder.space(task), type);
        TopDocs found = searcher.search(new KnnFloatVectorQuery(field, vector, most, filter), most);
        return found.scoreDocs;
    }

    /** A paper by its id. */
    public Optional<IndexedPaper> paper(String id) throws IOException {
        ScoreDoc[] found = searcher.search(IndexField.record(IndexField.PAPER, id), 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(paper(found[0].doc));
    }

    private IndexedPaper paper(int document) throws IOException {
        Document stored = reader.storedFields().document(document);
        String venue = stored.get(IndexField.VENUE);
        return new IndexedPaper(
                stored.get(IndexField.ID),
                stored.get(IndexField.TITLE),
                stored.get(IndexField.TEXT),
                List.of(stored.getValues(IndexField.AUTHOR)),
                venue == null ? "" : venue,
                stored.getField(IndexField.YEAR) == null
                        ? null
                        : stored.getField(IndexField.YEAR).numericValue().intValue(),
                List.of(stored.getValues(IndexField.REFERENCE)),
                Stream.of(IndexField.CARRIES, IndexField.PARENT) // a document has one of the two
                        .flatMap(field -> Stream.of(stored.getValues(field)))
                        .toList());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}

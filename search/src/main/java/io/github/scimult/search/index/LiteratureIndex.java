package io.github.scimult.search.index;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.QuietLucene;
import io.github.scimult.search.analysis.TextAnalyzer;
import io.github.scimult.search.field.AnnRecall;
import io.github.scimult.search.field.IndexField;
import io.github.scimult.search.field.NearestVectors;
import io.github.scimult.search.judgement.PaperJudgements;
import io.github.scimult.search.record.IndexStatistics;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.IndexedPaper;
import io.github.scimult.search.record.LabelHit;
import io.github.scimult.search.record.LabelNeighbourhood;
import io.github.scimult.search.record.SearchHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * An index open for queries. Safe for use by many threads, as the encoder is.
 *
 * <pre>{@code
 * try (LiteratureIndex index = LiteratureIndex.open(folder, encoder, fingerprint)) {
 *     List<SearchHit> hits = index.papers(PaperQuery.of(Task.SEARCH, SegmentedText.query("graph drawing")));
 * }
 * }</pre>
 */
public final class LiteratureIndex implements AutoCloseable {
    /** How many results BM25 and dense retrieval each give to the fusion, unless a query wants more. */
    public static final int DEPTH = Fusion.CONSIDERED;

    static {
        QuietLucene.begin();
    }

    private final Directory directory;
    private final SearcherManager searchers;
    private final QueryVectors space;
    private final IndexFacts facts;
    private final FusionWeights weights;
    private final Analyzer analyzer;
    private final Browsing browsing = new Browsing(this);

    private LiteratureIndex(
            Directory directory,
            SearcherManager searchers,
            TextEncoder encoder,
            IndexFacts facts,
            FusionWeights weights) {
        this.directory = directory;
        this.searchers = searchers;
        this.space = new QueryVectors(encoder);
        this.facts = facts;
        this.weights = weights;
        this.analyzer = TextAnalyzer.of(facts.language());
    }

    /** Reads what an index was made of, without opening it for queries. */
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
        FusionWeights weights = FusionWeights.read(folder);
        Directory directory = FSDirectory.open(folder);
        return new LiteratureIndex(directory, new SearcherManager(directory, new ByBm25()), encoder, facts, weights);
    }

    /** Searchers that weigh words by BM25. */
    private static final class ByBm25 extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
            return searcher;
        }
    }

    /** @throws BadDataException if there is no index, one that is not whole, or one of another model */
    static IndexFacts wholeIndexFacts(Path folder, String modelFingerprint) throws IOException {
        IndexFacts facts = facts(folder);
        facts.requireModel(folder, modelFingerprint);
        if (!facts.finished()) {
            throw new BadDataException(folder + " is not whole, it was stopped after " + facts.papers()
                    + " papers: resume it by the command that started it");
        }
        return facts;
    }

    /** A query of the index as it is at one moment. */
    interface Asked<T> {
        T of(IndexSnapshot snapshot) throws IOException;
    }

    <T> T ask(Asked<T> asked) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            NearestVectors nearest =
                    new NearestVectors(searcher, facts.vectors().oversampling());
            return asked.of(new IndexSnapshot(searcher, nearest, space, weights, analyzer));
        } finally {
            searchers.release(searcher);
        }
    }

    /** Makes what was committed since visible to new queries; those in progress see what they started with. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /**
     * The recall of the HNSW graph against exact search, by a task's vectors of the papers.
     *
     * @param queries the number of papers that are sampled by the seed as queries
     * @param depth the number of nearest neighbours that are searched for
     * @return mean recall@depth in [0, 1]; NaN for an index without papers
     */
    public double recall(Task task, int queries, int depth, long seed) throws IOException {
        String field = space.field(task, IndexField.PAPER);
        return ask(snapshot -> new AnnRecall(snapshot.nearest()).recall(field, queries, depth, seed));
    }

    /** Takes papers with their vectors. */
    public interface PaperVectors {
        /** One of them. */
        void accept(IndexedPaper paper, float[] vector) throws IOException;
    }

    /**
     * Papers with their vectors for a task, in the index's order.
     *
     * @param limit of more papers a sample of this size is taken by the seed
     */
    public void samplePapers(Task task, int limit, long seed, PaperVectors each) throws IOException {
        String field = space.field(task, IndexField.PAPER);
        ask(snapshot -> {
            snapshot.stored().sample(field, limit, seed, each);
            return null;
        });
    }

    /** The number of papers. */
    public int papers() throws IOException {
        TermQuery papers = new TermQuery(new Term(IndexField.TYPE, IndexField.PAPER));
        return ask(snapshot -> snapshot.searcher().count(papers));
    }

    public IndexFacts facts() {
        return facts;
    }

    /** How large the index is now. */
    public IndexStatistics statistics() throws IOException {
        TermQuery labels = new TermQuery(new Term(IndexField.TYPE, IndexField.LABEL));
        return ask(snapshot -> {
            IndexReader reader = snapshot.searcher().getIndexReader();
            return new IndexStatistics(
                    papers(), snapshot.searcher().count(labels), reader.leaves().size(), reader.numDeletedDocs());
        });
    }

    /** Finds the words of a query in texts, as this index takes them apart. */
    public MatchedWords matchedWords(String query) throws IOException {
        return new MatchedWords(analyzer, query);
    }

    /** The weights of BM25 for queries that name none. */
    public FusionWeights weights() {
        return weights;
    }

    /** Papers for a query, by BM25 and dense retrieval fused. */
    public List<SearchHit> papers(PaperQuery question) throws IOException {
        return ask(snapshot -> snapshot.papers(question, browsing.citationCounts()));
    }

    /** Looks through all papers, and not the first results of a query alone. */
    public Browsing browsing() {
        return browsing;
    }

    /** The labels nearest to a text, the nearest first. */
    public List<LabelHit> labels(SegmentedText text, int limit) throws IOException {
        float[] vector = classificationVector(text);
        return ask(snapshot -> new LabelNeighbours(snapshot).labels(vector, limit));
    }

    /** The vector of a text for classification, prepared for comparison with those of the index. */
    public float[] classificationVector(SegmentedText text) {
        return space.of(Task.CLASSIFICATION, text);
    }

    /** The stored vector of a paper for classification; none if there is no such paper. */
    public Optional<float[]> classificationVector(String paper) throws IOException {
        String field = space.field(Task.CLASSIFICATION, IndexField.PAPER);
        return ask(snapshot -> snapshot.stored().vector(paper, field));
    }

    /** What is near a paper for which labels are wanted. */
    public LabelNeighbourhood neighbourhood(LabelNeighbourhood.Query query, LabelNeighbourhood.Size size)
            throws IOException {
        return ask(snapshot -> new LabelNeighbours(snapshot).of(query, size));
    }

    /** A number that is another one whenever the labels of the index were changed. */
    public int labelRevision() throws IOException {
        return ask(snapshot -> IndexFacts.labelRevision(commitData(snapshot)));
    }

    /** The number of the last change set of the library's journal that queries see; 0 for none. */
    public long change() throws IOException {
        return ask(snapshot -> IndexFacts.change(commitData(snapshot)));
    }

    private static Map<String, String> commitData(IndexSnapshot snapshot) throws IOException {
        return ((DirectoryReader) snapshot.searcher().getIndexReader())
                .getIndexCommit()
                .getUserData();
    }

    /** What is judged of a paper; nothing if there is no such paper. */
    public PaperJudgements judgements(String paper) throws IOException {
        return ask(snapshot -> snapshot.stored().judgements(paper));
    }

    /** All labels. */
    public List<IndexedLabel> labels() throws IOException {
        return ask(snapshot -> snapshot.stored().labels());
    }

    /** A paper by its id. */
    public Optional<IndexedPaper> paper(String id) throws IOException {
        return ask(snapshot -> snapshot.stored().paper(id));
    }

    /** Papers by their ids, in the ids' order; those that are not there are left out. */
    public List<IndexedPaper> papers(List<String> ids) throws IOException {
        return ask(snapshot -> snapshot.stored().papers(ids));
    }

    /** A label by its id. */
    public Optional<IndexedLabel> label(String id) throws IOException {
        return ask(snapshot -> snapshot.stored().label(id));
    }

    /** Papers that name a paper among their references. */
    public List<IndexedPaper> citing(String id, int limit) throws IOException {
        return ask(snapshot -> snapshot.stored().citing(id, limit));
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        directory.close();
    }
}

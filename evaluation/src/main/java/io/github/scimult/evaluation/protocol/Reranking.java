package io.github.scimult.evaluation.protocol;

import io.github.scimult.core.retrieval.DenseScorer;
import io.github.scimult.evaluation.trec.ScoredDocument;
import io.github.scimult.evaluation.trec.TrecQrels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Protocols in which each query has a list of its own to be ranked, or in which a whole corpus is searched. */
final class Reranking {
    private static final Map<String, String> SEARCH = Map.of("nDCG@10", "ndcg_cut_10");

    private Reranking() {}

    /** Recommendation: the judged papers of each paper that has some. */
    static ProtocolScores recommendation(Path papersFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile papers = AuthorsFile.read(papersFile);
        float[][] vectors = encoder.vectors(papers.titlesAndAbstracts());
        Map<String, float[]> byId = byId(papers.ids("paper"), vectors);
        GradedRanking ranking = new GradedRanking();
        for (int query = 0; query < vectors.length; query++) {
            AuthorsFile.Line line = papers.lines().get(query);
            Map<String, Integer> grades = line.grades("score");
            if (!grades.isEmpty()) {
                ranking.add(line.text("paper"), grades, scored(line, vectors[query], grades, byId, encoder));
            }
        }
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("nDCG@5", "ndcg_cut_5");
        measures.put("nDCG@10", "ndcg_cut_10");
        measures.put("nDCG", "ndcg");
        return scores("recommendation", papersFile, ranking, measures);
    }

    /** Search among the papers that are judged for each query. */
    static ProtocolScores search(Path queriesFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile queries = AuthorsFile.read(queriesFile);
        AuthorsFile papers = AuthorsFile.read(ProtocolFiles.required(queriesFile, "_papers_test.json"));
        Map<String, float[]> byId = byId(papers.ids("paper"), encoder.vectors(papers.titlesAndAbstracts()));
        float[][] vectors = encoder.queryVectors(queries.ids("query"));
        GradedRanking ranking = new GradedRanking();
        for (int query = 0; query < vectors.length; query++) {
            AuthorsFile.Line line = queries.lines().get(query);
            Map<String, Integer> grades = line.grades("score");
            ranking.add(line.text("query_id"), grades, scored(line, vectors[query], grades, byId, encoder));
        }
        return scores("search-reranking", queriesFile, ranking, SEARCH);
    }

    /** Search in all papers. */
    static ProtocolScores corpus(Path queriesFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile queries = AuthorsFile.read(queriesFile);
        AuthorsFile papers = AuthorsFile.read(ProtocolFiles.required(queriesFile, "_papers_test.json"));
        List<String> ids = papers.ids("paper");
        QueryRanking ranked = new QueryRanking(ids, encoder.matrix(encoder.vectors(papers.titlesAndAbstracts())));
        List<List<ScoredDocument>> rankings = new ArrayList<>();
        queries.lines().forEach(line -> rankings.add(null));
        ranked.forEach(encoder.queryVectors(queries.ids("query")), (query, scores) -> {
            List<ScoredDocument> documents = new ArrayList<>();
            for (int row = 0; row < scores.length; row++) {
                documents.add(new ScoredDocument(ids.get(row), scores[row]));
            }
            rankings.set(query, documents);
        });
        GradedRanking ranking = new GradedRanking();
        for (int query = 0; query < rankings.size(); query++) {
            AuthorsFile.Line line = queries.lines().get(query);
            ranking.add(line.text("query_id"), line.grades("score"), rankings.get(query));
        }
        return scores("search-retrieval", queriesFile, ranking, SEARCH);
    }

    /** SciDocs: lists of about thirty by the negative distance of the vectors. */
    static ProtocolScores scidocs(Path qrelFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile papers = AuthorsFile.readWhole(qrelFile.resolveSibling("paper_metadata_view_cite_read.json"));
        Map<String, float[]> byId = byId(papers.ids("paper_id"), encoder.vectors(papers.titlesAndAbstracts()));
        GradedRanking ranking = new GradedRanking();
        TrecQrels.read(qrelFile).grades().forEach((query, grades) -> {
            float[] own = byId.get(query);
            List<ScoredDocument> documents = new ArrayList<>();
            grades.keySet().forEach(paper -> {
                if (own != null && byId.containsKey(paper)) {
                    documents.add(new ScoredDocument(paper, -distance(own, byId.get(paper))));
                }
            });
            ranking.add(query, grades, documents);
        });
        Map<String, String> measures = new LinkedHashMap<>();
        measures.put("MAP", "map");
        measures.put("nDCG", "ndcg");
        return scores("link-reranking-scidocs", qrelFile, ranking, measures);
    }

    private static float distance(float[] one, float[] other) {
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = (double) one[i] - other[i];
            squares += difference * difference;
        }
        return (float) Math.sqrt(squares);
    }

    private static ProtocolScores scores(String name, Path file, GradedRanking ranking, Map<String, String> measures) {
        return new ProtocolScores(name, ProtocolFiles.dataset(file), ranking.queries(), ranking.means(measures));
    }

    private static Map<String, float[]> byId(List<String> ids, float[][] vectors) {
        Map<String, float[]> byId = new HashMap<>();
        for (int row = 0; row < vectors.length; row++) {
            byId.put(ids.get(row), vectors[row]);
        }
        return byId;
    }

    private static List<ScoredDocument> scored(
            AuthorsFile.Line line,
            float[] query,
            Map<String, Integer> grades,
            Map<String, float[]> byId,
            ProtocolEncoder encoder) {
        List<String> papers = List.copyOf(grades.keySet());
        float[][] vectors = new float[papers.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = byId.get(papers.get(i));
            if (vectors[i] == null) {
                throw line.bad("the paper '" + papers.get(i) + "' is judged, but is in no file of papers");
            }
        }
        float[][] scores = new float[1][vectors.length];
        new DenseScorer(encoder.matrix(vectors)).score(new float[][] {query}, scores);
        List<ScoredDocument> documents = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            documents.add(new ScoredDocument(papers.get(i), scores[0][i]));
        }
        return documents;
    }
}

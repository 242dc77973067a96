package io.github.scimult.evaluation.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Link retrieval: all papers are ranked for each that has links. The paper itself stays among its candidates, as in the authors'
 * evaluation, or is removed.
 */
final class LinkRetrieval {
    private static final List<String> KINDS = List.of("cite", "co-cite");
    private static final int DEPTH = 100;

    private LinkRetrieval() {}

    static ProtocolScores run(Path papersFile, ProtocolEncoder encoder, boolean withoutQuery) throws IOException {
        AuthorsFile papers = AuthorsFile.read(papersFile);
        float[][] vectors = encoder.vectors(papers.titlesAndAbstracts());
        QueryRanking ranked = new QueryRanking(papers.ids("paper"), encoder.matrix(vectors));
        Map<String, double[][]> recalls = new LinkedHashMap<>();
        KINDS.forEach(kind -> recalls.put(kind, new double[vectors.length][]));
        ranked.forEach(vectors, (query, scores) -> {
            if (withoutQuery) {
                scores[query] = Float.NEGATIVE_INFINITY;
            }
            for (String kind : KINDS) {
                List<String> gold = papers.lines().get(query).texts(kind);
                if (!gold.isEmpty()) {
                    recalls.get(kind)[query] = ranked.recalls(ranked.top(scores, DEPTH), gold);
                }
            }
        });
        Map<String, Double> values = new LinkedHashMap<>();
        recalls.forEach((kind, all) -> ProtocolScores.addRecalls(values, " " + kind, all));
        return new ProtocolScores(
                withoutQuery ? "link-retrieval-without-query" : "link-retrieval",
                ProtocolFiles.dataset(papersFile),
                vectors.length,
                values);
    }

    /** Patients: queries of their own, candidates of their own. */
    static ProtocolScores patients(Path queriesFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile queries = AuthorsFile.read(queriesFile);
        AuthorsFile patients = AuthorsFile.read(ProtocolFiles.required(queriesFile, "_patients_test.json"));
        QueryRanking ranked = new QueryRanking(
                patients.ids("patient"), encoder.matrix(encoder.vectors(patients.titlesAndAbstracts())));
        double[][] recalls = new double[queries.lines().size()][];
        ranked.forEach(encoder.vectors(queries.titlesAndAbstracts()), (query, scores) -> {
            List<String> gold = queries.lines().get(query).texts("patient");
            if (!gold.isEmpty()) {
                recalls[query] = ranked.recalls(ranked.top(scores, DEPTH), gold);
            }
        });
        Map<String, Double> values = new LinkedHashMap<>();
        ProtocolScores.addRecalls(values, "", recalls);
        return new ProtocolScores("patients", ProtocolFiles.dataset(queriesFile), recalls.length, values);
    }
}

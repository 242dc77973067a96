package io.github.scimult.evaluation.protocol;

import io.github.scimult.core.retrieval.Ranking;
import io.github.scimult.evaluation.ranking.LabelNameBoost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fine classification: all labels are ranked for each paper. Twice: plain, and with the labels whose name occurs in the paper's
 * text before all others, where the file of matches is there.
 */
final class FineClassification {
    private static final int DEPTH = 100;

    private FineClassification() {}

    static ProtocolScores run(Path papersFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile papers = AuthorsFile.read(papersFile);
        AuthorsFile labels = AuthorsFile.read(ProtocolFiles.required(papersFile, "_label.json"));
        Path matchedFile = ProtocolFiles.beside(papersFile, "_matched.json");
        AuthorsFile matched = Files.exists(matchedFile) ? AuthorsFile.read(matchedFile) : null;
        if (matched != null && matched.lines().size() != papers.lines().size()) {
            throw io.github.scimult.core.storage.BadDataException.in(
                    matchedFile,
                    "has " + matched.lines().size() + " lines for "
                            + papers.lines().size() + " papers");
        }
        QueryRanking ranked =
                new QueryRanking(labels.ids("label"), encoder.matrix(encoder.vectors(labelTexts(labels))));
        int count = papers.lines().size();
        double[][] plain = new double[count][];
        double[][] withNames = new double[count][];
        ranked.forEach(encoder.vectors(papers.titlesAndAbstracts()), (paper, scores) -> {
            List<String> gold = papers.lines().get(paper).texts("label");
            if (gold.isEmpty()) {
                return;
            }
            Ranking ranking = ranked.top(scores, DEPTH);
            plain[paper] = ranked.recalls(ranking, gold);
            if (matched != null) {
                int[] first = matched.lines().get(paper).texts("candidate").stream()
                        .mapToInt(ranked::row)
                        .filter(row -> row >= 0)
                        .distinct()
                        .toArray();
                withNames[paper] =
                        ranked.recalls(LabelNameBoost.rank(ranking, scores, ranked.places(), first, DEPTH), gold);
            }
        });
        Map<String, Double> values = new LinkedHashMap<>();
        ProtocolScores.addRecalls(values, "", plain);
        if (matched != null) {
            ProtocolScores.addRecalls(values, ", names first", withNames);
        }
        return new ProtocolScores("classification-fine", ProtocolFiles.dataset(papersFile), count, values);
    }

    /** The first name and the definition, which may be empty. */
    static List<String> labelTexts(AuthorsFile labels) {
        return labels.lines().stream()
                .map(line -> {
                    List<String> names = line.texts("name");
                    if (names.isEmpty()) {
                        throw line.bad("a label without a name");
                    }
                    return AuthorsFile.joined(names.getFirst(), line.textOrEmpty("definition"));
                })
                .toList();
    }
}

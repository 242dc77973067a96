package io.github.scimult.evaluation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.evaluation.classifier.CostSearch;
import io.github.scimult.evaluation.classifier.LinearClassifier;
import io.github.scimult.evaluation.metric.SingleLabelScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Coarse classification without training: the nearest of a few labels is the prediction. A paper's label is one number, the line of
 * its label in the file of labels, counted from 0.
 */
final class CoarseClassification {
    private CoarseClassification() {}

    static ProtocolScores run(Path papersFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile papers = AuthorsFile.read(papersFile);
        AuthorsFile labels = AuthorsFile.read(ProtocolFiles.required(papersFile, "_label.json"));
        int classes = labels.lines().size();
        QueryRanking ranked = new QueryRanking(
                labels.ids("label"), encoder.matrix(encoder.vectors(FineClassification.labelTexts(labels))));
        int[] gold =
                papers.lines().stream().mapToInt(line -> labelOf(line, classes)).toArray();
        int[] predicted = new int[gold.length];
        ranked.forEach(
                encoder.vectors(papers.titlesAndAbstracts()),
                (paper, scores) -> predicted[paper] = ranked.top(scores, 1).rows()[0]);
        SingleLabelScores scores = SingleLabelScores.of(gold, predicted, classes);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("Micro-F1", 100 * scores.microF1());
        values.put("Macro-F1", 100 * scores.macroF1());
        return new ProtocolScores("classification-coarse", ProtocolFiles.dataset(papersFile), gold.length, values);
    }

    /**
     * The same by a linear classifier on the frozen vectors: fitted on {@code _papers_train.json}, its C chosen there, measured on
     * {@code _papers_test.json}.
     */
    static ProtocolScores linear(Path papersFile, ProtocolEncoder encoder) throws IOException {
        AuthorsFile train = AuthorsFile.read(papersFile);
        AuthorsFile test = AuthorsFile.read(ProtocolFiles.required(papersFile, "_papers_test.json"));
        int classes = AuthorsFile.read(ProtocolFiles.required(papersFile, "_label.json"))
                .lines()
                .size();
        LinearClassifier classifier = CostSearch.best(doubles(train, encoder), labels(train, classes), classes);
        int[] gold = labels(test, classes);
        SingleLabelScores scores = SingleLabelScores.of(gold, classifier.predict(doubles(test, encoder)), classes);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("Macro-F1", 100 * scores.macroF1());
        values.put("Micro-F1", 100 * scores.microF1());
        return new ProtocolScores(
                "classification-coarse-linear", ProtocolFiles.dataset(papersFile), gold.length, values);
    }

    private static int[] labels(AuthorsFile papers, int classes) {
        return papers.lines().stream().mapToInt(line -> labelOf(line, classes)).toArray();
    }

    private static double[][] doubles(AuthorsFile papers, ProtocolEncoder encoder) {
        float[][] vectors = encoder.vectors(papers.titlesAndAbstracts());
        double[][] doubles = new double[vectors.length][vectors[0].length];
        for (int row = 0; row < vectors.length; row++) {
            for (int i = 0; i < vectors[row].length; i++) {
                doubles[row][i] = vectors[row][i];
            }
        }
        return doubles;
    }

    static int labelOf(AuthorsFile.Line line, int classes) {
        JsonNode label = line.node().path("label");
        if (!label.isInt() || label.asInt() < 0 || label.asInt() >= classes) {
            throw line.bad("'label' is " + (label.isMissingNode() ? "missing" : label)
                    + ", expected the line of a label, 0 … " + (classes - 1));
        }
        return label.asInt();
    }
}

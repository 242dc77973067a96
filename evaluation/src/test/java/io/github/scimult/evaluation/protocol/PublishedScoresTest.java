package io.github.scimult.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The paper's scores beside ours. */
class PublishedScoresTest {
    @Test
    void aCellOfThePapersTablesStandsBesideOursAndOthersDoNot() {
        assertThat(PublishedScores.of("search-retrieval", "SciFact", "nDCG@10"))
                .containsEntry("SciMult MHAExpert", 70.67)
                .containsEntry("BM25", 65.63);
        assertThat(PublishedScores.of("search-retrieval", "FiQA", "nDCG@10")).isEmpty();
        assertThat(PublishedScores.of("search-reranking", "SciFact", "nDCG@10")).isEmpty();
    }

    @Test
    void anAverageOfThePaperStandsBesideOursWhereAllItsPartsWereMeasured() {
        List<ProtocolScores> measured = new ArrayList<>(List.of(
                search("search-reranking", "Search", 70),
                search("search-reranking", "TRECCOVID_SciRepEval", 80),
                search("search-retrieval", "TRECCOVID_BEIR", 60),
                search("search-retrieval", "NFCorpus", 30)));
        assertThat(PublishedScores.averages(measured)).isEmpty();

        measured.add(search("search-retrieval", "SciFact", 50));
        measured.add(search("search-retrieval", "FiQA", 99));
        assertThat(PublishedScores.averages(measured)).singleElement().satisfies(average -> {
            assertThat(average.name()).isEqualTo("search, nDCG@10, 5 data sets");
            assertThat(average.own()).isCloseTo(58, within(1e-9));
            assertThat(average.published()).containsEntry("SciMult MHAExpert", 67.05);
        });
    }

    @Test
    void thePapersHeadlineIsTheMeanOfTwelveCellsWithNamesFirst() {
        List<ProtocolScores> measured = new ArrayList<>();
        for (String dataset : List.of("CSConference", "ChemistryMeSH", "Geography", "Psychology")) {
            double first = measured.size();
            measured.add(new ProtocolScores(
                    "classification-fine",
                    dataset,
                    10,
                    Map.of(
                            "Recall@20, names first", first,
                            "Recall@50, names first", first + 10,
                            "Recall@100, names first", first + 20)));
        }
        assertThat(PublishedScores.averages(measured)).singleElement().satisfies(average -> {
            assertThat(average.own()).isCloseTo(11.5, within(1e-9));
            assertThat(average.published()).containsEntry("SciMult MHAExpert", 62.21);
        });
    }

    private static ProtocolScores search(String protocol, String dataset, double value) {
        return new ProtocolScores(protocol, dataset, 10, Map.of("nDCG@10", value));
    }
}

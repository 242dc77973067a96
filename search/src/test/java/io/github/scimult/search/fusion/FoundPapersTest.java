package io.github.scimult.search.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.scimult.core.embedding.Similarity;
import io.github.scimult.core.retrieval.Fusion;
import io.github.scimult.search.record.SearchHit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BM25 and vectors found, in one order. */
class FoundPapersTest {
    private static ScoredPapers side(SplittableRandom random, int best, int all) {
        List<ScoreDoc> hits = new ArrayList<>();
        for (int document = 0; document < all; document++) {
            hits.add(new ScoreDoc(document, (float) random.nextDouble(0.1, 0.9)));
        }
        hits.sort((one, other) -> Float.compare(other.score, one.score));
        return ScoredPapers.of(hits.subList(0, best).toArray(ScoreDoc[]::new), hits.subList(best, all));
    }

    private static FoundPapers found(long seed, Similarity similarity) {
        SplittableRandom random = new SplittableRandom(seed);
        return new FoundPapers(side(random, 6, 20), side(random, 6, 20), similarity);
    }

    private static List<Integer> documents(List<RankedPaper> papers) {
        return papers.stream().map(RankedPaper::document).toList();
    }

    @Test
    void theBestHaveTheirRanksAndOthersTheirScoresAlone() {
        ScoredPapers papers = ScoredPapers.of(
                new ScoreDoc[] {new ScoreDoc(4, 9), new ScoreDoc(2, 7)},
                List.of(new ScoreDoc(2, 1), new ScoreDoc(3, 5), new ScoreDoc(3, 4)));
        assertThat(papers.of(4)).isEqualTo(new SearchHit.Side(1, 9));
        assertThat(papers.of(2)).isEqualTo(new SearchHit.Side(2, 7));
        assertThat(papers.of(3)).isEqualTo(new SearchHit.Side(0, 5));
        assertThat(papers.of(99)).isEqualTo(SearchHit.Side.UNKNOWN);
        assertThat(papers.ranked()).containsExactlyInAnyOrder(4, 2);
        assertThat(ScoredPapers.of(new ScoreDoc[0], List.of()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void oneSideAloneKeepsItsOwnOrder(Similarity similarity) {
        for (long seed = 0; seed < 20; seed++) {
            FoundPapers found = found(seed, similarity);
            assertThat(found.inOrder(Fusion.weightedSum(0)))
                    .extracting(paper -> paper.dense().rank())
                    .containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(found.inOrder(Fusion.weightedSum(Double.POSITIVE_INFINITY)))
                    .extracting(paper -> paper.lexical().rank())
                    .containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.4, 1, 10})
    void everyPaperThatASideFoundIsThereOnceByFallingScores(double weight) {
        for (long seed = 0; seed < 20; seed++) {
            FoundPapers found = found(seed, Similarity.DOT);
            List<RankedPaper> order = found.inOrder(Fusion.weightedSum(weight));
            assertThat(documents(order)).doesNotHaveDuplicates();
            for (int i = 0; i < 20; i++) {
                boolean expected =
                        found.lexical().of(i).rank() > 0 || found.dense().of(i).rank() > 0;
                assertThat(documents(order).contains(i)).isEqualTo(expected);
            }
            for (int i = 1; i < order.size(); i++) {
                assertThat(order.get(i).score())
                        .isLessThanOrEqualTo(order.get(i - 1).score());
            }
        }
    }

    @Test
    void byReciprocalRanksOnlyWhatASideFoundCounts() {
        FoundPapers found = new FoundPapers(
                ScoredPapers.of(new ScoreDoc[] {new ScoreDoc(1, 9), new ScoreDoc(2, 8)}, List.of(new ScoreDoc(3, 7))),
                ScoredPapers.of(
                        new ScoreDoc[] {new ScoreDoc(2, 0.9f), new ScoreDoc(3, 0.8f)}, List.of(new ScoreDoc(1, 0.7f))),
                Similarity.COSINE);
        List<RankedPaper> order = found.inOrder(Fusion.reciprocalRank());
        assertThat(documents(order)).containsExactly(2, 1, 3);
        int constant = Fusion.reciprocalRank().rankConstant();
        assertThat(order.getFirst().score()).isCloseTo(1.0 / (constant + 2) + 1.0 / (constant + 1), within(1e-6));
        assertThat(order.getLast().score()).isCloseTo(1.0 / (constant + 2), within(1e-6));
    }

    @Test
    void papersOfEqualScoresAreInTheIndexesOrder() {
        FoundPapers found = new FoundPapers(
                ScoredPapers.of(new ScoreDoc[] {new ScoreDoc(9, 5), new ScoreDoc(3, 5), new ScoreDoc(6, 5)}, List.of()),
                ScoredPapers.of(new ScoreDoc[0], List.of()),
                Similarity.DOT);
        assertThat(documents(found.inOrder(Fusion.weightedSum(0.4)))).containsExactly(3, 6, 9);
    }

    @Test
    void nothingFoundIsAnEmptyOrder() {
        ScoredPapers none = ScoredPapers.of(new ScoreDoc[0], List.of());
        FoundPapers nothing = new FoundPapers(none, none, Similarity.COSINE);
        for (Fusion fusion : List.of(Fusion.weightedSum(0), Fusion.weightedSum(0.4), Fusion.reciprocalRank())) {
            assertThat(nothing.inOrder(fusion)).isEmpty();
        }
    }
}

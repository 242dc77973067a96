package io.github.scimult.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.task.Task;
import io.github.scimult.core.task.TaskFamily;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.search.analysis.Language;
import io.github.scimult.search.analysis.TextAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries, filters, the marking of words, and what is kept beside an index. */
class QueryPartsTest {
    private static final Analyzer ENGLISH = TextAnalyzer.of(Language.ENGLISH);
    private static final PaperQuery QUERY = PaperQuery.of(Task.SEARCH, SegmentedText.of("graphs"));

    @TempDir
    private Path folder;

    private static List<String> marked(String query, String text) throws IOException {
        return new MatchedWords(ENGLISH, query)
                .in(text).stream()
                        .map(place -> text.substring(place.begin(), place.end()))
                        .toList();
    }

    @Test
    void wordsAreMarkedInEveryInflection() throws IOException {
        assertThat(marked("drawing graphs", "We draw a Graph; graphs are drawn, drawings too."))
                .containsExactly("draw", "Graph", "graphs", "drawings");
    }

    @ParameterizedTest
    @CsvSource({"the, the graphs of the plane", "graphs, ''", "'', graphs", "graph, telegraph graphology", "C++, Pascal"
    })
    void whatDoesNotMatchIsNotMarked(String query, String text) throws IOException {
        assertThat(marked(query, text)).isEmpty();
    }

    @Test
    void placesCountCharactersOfTheTextAsItIs() throws IOException {
        String text = "😀 Größe der graphs";
        MatchedWords.Place place = new MatchedWords(ENGLISH, "graphs").in(text).getFirst();
        assertThat(text.substring(place.begin(), place.end())).isEqualTo("graphs");
        assertThat(place.end()).isEqualTo(text.length());
    }

    @Test
    void aWordThatTheQueryRepeatsIsMarkedOnceAPlace() throws IOException {
        assertThat(marked("graphs graph graphs", "graphs and graphs")).containsExactly("graphs", "graphs");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void noResultsCannotBeAskedFor(int limit) {
        assertThatThrownBy(() -> QUERY.limit(limit))
                .hasMessageContaining("at least 1 result")
                .hasMessageContaining("" + limit);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.NEGATIVE_INFINITY})
    void aWeightBelowNothingIsRefused(double weight) {
        assertThatThrownBy(() -> QUERY.bm25Weight(weight)).hasMessageContaining("" + weight);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void aDiversityThatIsNoShareIsRefused(double diversity) {
        assertThatThrownBy(() -> QUERY.diversity(diversity)).hasMessageContaining("between 0 and 1, not " + diversity);
    }

    @Test
    void eachPartOfAQueryChangesItselfAlone() {
        assertThat(QUERY.limit(3).limit(10)).isEqualTo(QUERY);
        assertThat(QUERY.bm25WeightIfGiven(null)).isEqualTo(QUERY);
        assertThat(QUERY.bm25WeightIfGiven(0.5).bm25Weight()).isEqualTo(0.5);
        assertThat(QUERY.byRanks(true).byRanks(false)).isEqualTo(QUERY);
        assertThat(QUERY.among(SearchFilter.NONE)).isEqualTo(QUERY);
        assertThat(QUERY.diversity(1).diversity(0)).isEqualTo(QUERY);
    }

    @Test
    void yearsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new SearchFilter(2010, 2000, null, null, null))
                .hasMessage("no year is from 2010 on and up to 2000");
        assertThat(new SearchFilter(2000, 2000, null, null, null).fromYear()).isEqualTo(2000);
    }

    @ParameterizedTest
    @EnumSource(VectorStorage.class)
    void aStorageIsReadBackByItsName(VectorStorage storage) {
        assertThat(VectorStorage.parse(storage.toString())).isEqualTo(storage);
        assertThat(storage.oversampling()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "int9", "INT8", "float16"})
    void anUnknownStorageIsRefusedWithTheKnownOnes(String name) {
        assertThatThrownBy(() -> VectorStorage.parse(name))
                .hasMessageContainingAll("float32 or int8", "'" + name + "'");
    }

    @Test
    void weightsAreKeptWithTheIndexAndReadBack() throws IOException {
        assertThat(FusionWeights.areIn(folder)).isFalse();
        assertThat(FusionWeights.read(folder).of(Task.SEARCH)).isEqualTo(FusionWeights.DEFAULT);
        new FusionWeights(Map.of(TaskFamily.SEARCH, 0.7)).write(folder);
        assertThat(FusionWeights.areIn(folder)).isTrue();
        FusionWeights read = FusionWeights.read(folder);
        assertThat(read.of(Task.SEARCH)).isEqualTo(0.7);
        assertThat(read.of(Task.LINK)).isEqualTo(FusionWeights.DEFAULT);
    }

    @Test
    void aFileOfWeightsThatIsDamagedIsRefusedByItsName() throws IOException {
        Files.writeString(folder.resolve("ranking.json"), "{\"");
        assertThatThrownBy(() -> FusionWeights.read(folder))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("ranking.json is no JSON");
    }
}

package io.github.scimult.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.training.fixture.RunLogFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The training report's headline follows from the confidence intervals of the dev scores. */
class VerdictTest {
    @TempDir
    private Path model;

    /** Baselines are .162 and .316, each difference has a standard error of .01. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.212 | 0.366 | Training helped: the mean on dev rose from 0.239 to 0.289 | 2 rose, 0 fell and 0 are",
                "0.112 | 0.266 | Training did not help: the mean on dev fell from 0.239 to 0.189 | 0 rose, 2 fell and 0 are",
                "0.164 | 0.318 | No clear change on dev: +0.002, within noise | 0 rose, 0 fell and 2 are",
                "0.262 | 0.276 | Training helped on average, but hurt 1 of 2 scores: the mean | 1 rose, 1 fell and 0 are",
                "0.222 | 0.216 | Training did not help on average, but helped 1 of 2 scores: | 1 rose, 1 fell and 0 are",
                "0.212 | 0.266 | No clear change on dev: ±0.000, within noise | 1 rose, 1 fell and 0 are",
                "0.182 | 0.316 | No clear change on dev: +0.010, within noise | 1 rose, 0 fell and 1 is",
            })
    void theHeadlineClaimsNoMoreThanTheIntervals(String vis, String link, String headline, String counts)
            throws IOException {
        String page = report(vis, link);
        assertThat(page).contains("<h1>" + headline).contains("Of 2 dev scores, " + counts + " within noise");
    }

    @ParameterizedTest
    @CsvSource({"0.212, better, *", "0.112, worse, *", "0.164, even, ''"})
    void onlySignificantDifferencesHaveColourAndStar(String score, String look, String star) throws IOException {
        String row = report(score, "0.316")
                .lines()
                .filter(line -> line.contains("<td class=\"number " + look + "\">"))
                .findFirst()
                .orElseThrow();
        assertThat(row.contains("*</td>")).isEqualTo(!star.isEmpty());
    }

    @Test
    void whereNoInterpolationWasTriedNoneIsSaidToBeWorse() throws IOException {
        List<String> lines = RunLogFixture.lines().stream()
                .map(line -> line.startsWith("{\"event\":\"interpolation\"")
                        ? line.replaceFirst(",\\{\"alpha\":1\\.0.*\\],\"alpha\":0\\.5", "],\"alpha\":1.0")
                        : line)
                .toList();
        RunLogFixture.write(model, lines);
        assertThat(Files.readString(TrainingReport.write(model)))
                .contains("The model has the fine-tuned weights as they are, without interpolation.");
    }

    private String report(String vis, String link) throws IOException {
        List<String> lines = RunLogFixture.lines().stream()
                .map(line -> line.startsWith("{\"event\":\"interpolation\"")
                        ? line.replace("0.212", vis).replace("0.324", link)
                        : line)
                .toList();
        RunLogFixture.write(model, lines);
        return Files.readString(TrainingReport.write(model));
    }
}

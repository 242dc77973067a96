package io.github.scimult.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.training.fixture.RunLogFixture;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class TrainingReportTest {

    @TempDir
    Path model;

    private String report(List<String> lines) throws IOException {
        RunLogFixture.write(model, lines);
        Path report = TrainingReport.write(model);
        assertThat(report).isEqualTo(model.resolve("report.html"));
        return Files.readString(report);
    }

    @Test
    void thePageTellsWhatCameOut() throws IOException {
        assertThat(report(RunLogFixture.lines()))
                .contains("Training helped: the mean on dev rose from 0.239 to 0.268")
                .contains(
                        "Of 2 dev scores, 1 rose, 0 fell and 1 is within noise, compared with the baseline; the mean changed by +0.029 (95 % confidence interval")
                .contains("interpolated between base and fine-tuned weights, α = 0.5: selected on dev.")
                .contains("vis · classification", "+0.050", "30 min", "22.6 million parameters")
                .doesNotContain("not finished");
    }

    @Test
    void everySectionIsThereAndLinked() throws IOException {
        String page = report(RunLogFixture.lines());
        for (String section :
                List.of("outcome", "dev", "interpolation", "examples", "loss", "course", "data", "configuration")) {
            assertThat(page).contains("<section id=\"" + section + "\">").contains("<a href=\"#" + section + "\">");
        }
    }

    @Test
    void thePageLoadsNothing() throws IOException {
        assertThat(report(RunLogFixture.lines()))
                .contains("default-src 'none'")
                .doesNotContain("http://", "https://", "src=", "@import", "url(", "<script");
    }

    @Test
    void textsOfTheDataCannotBecomeMarkup() throws IOException {
        assertThat(report(RunLogFixture.lines()))
                .contains("Graphs &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;trees&quot;");
    }

    @Test
    void rightAnswersAreMarkedAndCounted() throws IOException {
        assertThat(report(RunLogFixture.lines()))
                .contains("<h4>Before <span>1 of 3 right</span></h4>")
                .contains("<h4>After <span>2 of 3 right</span></h4>")
                .contains("<li>animation</li><li>navigation</li><li class=\"right\">layout</li>");
    }

    @Test
    void everyPictureIsWellFormed() throws Exception {
        String page = report(RunLogFixture.lines());
        List<String> pictures = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(pictures).hasSizeGreaterThan(8);
        for (String picture : pictures) {
            assertThat(picture).doesNotContain("NaN", "Infinity");
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(picture)));
        }
    }

    @Test
    void theChosenCoefficientAndTheBaselineStandInTheTableOfInterpolation() throws IOException {
        assertThat(report(RunLogFixture.lines()))
                .contains("<tr><td>baseline</td><td class=\"number\">0.162</td><td class=\"number\">0.316</td>")
                .contains("<tr class=\"chosen\"><td>0.5 ✓</td>");
    }

    @Test
    void aRunCutOffAtAnyLineHasItsPage() throws IOException {
        List<String> lines = RunLogFixture.lines();
        for (int length = 1; length < lines.size(); length++) {
            assertThat(report(lines.subList(0, length)))
                    .contains("The run is not finished")
                    .doesNotContain("NaN");
        }
        assertThat(report(lines.subList(0, 1))).contains("Training has not started yet");
    }

    @Test
    void aModelThatGotWorseIsCalledSo() throws IOException {
        List<String> lines = new ArrayList<>(RunLogFixture.lines());
        lines.replaceAll(line -> line.startsWith("{\"event\":\"interpolation\"") ? line.replace("0.212", "0.1") : line);
        assertThat(report(lines))
                .contains("Training did not help: the mean on dev fell from 0.239 to 0.212")
                .contains("Of 2 dev scores, 0 rose, 1 fell and 1 is within noise")
                .contains("−0.062");
    }

    @Test
    void aModelWithoutABaseToCompareWithHasItsPage() throws IOException {
        List<String> lines = new ArrayList<>(RunLogFixture.lines());
        lines.replaceAll(line -> line.replaceAll("\"baseline\":0\\.\\d+", "\"baseline\":\"NaN\""));
        assertThat(report(lines))
                .contains("Trained, but not compared with the baseline")
                .contains("<td class=\"number\">–</td>")
                .doesNotContain("NaN", "class=\"level\"");
    }

    @Test
    void theNumbersAreTheSameInEveryCountry() throws IOException {
        String here = report(RunLogFixture.lines());
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(report(RunLogFixture.lines())).isEqualTo(here);
        } finally {
            Locale.setDefault(usual);
        }
    }
}

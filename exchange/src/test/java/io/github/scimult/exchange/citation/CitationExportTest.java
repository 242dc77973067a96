package io.github.scimult.exchange.citation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.record.Paper;
import io.github.scimult.core.record.PaperMetadata;
import io.github.scimult.core.storage.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Papers as reference managers read them. */
class CitationExportTest {
    private static final Paper WHOLE = new Paper(
            "17",
            "On trees\nand forests",
            "ER - ends no record.",
            new PaperMetadata(
                    2004,
                    "GD",
                    List.of("Ann van der Berg", "Müller, Jörg"),
                    List.of(),
                    Map.of("type", "CPAPER", "doi", "10.1234/5", "url", "https://example.org/", "language", "en")));
    private static final Paper BARE = new Paper("1", "", "", PaperMetadata.NONE);

    @Test
    void whatIsWrittenAsRisIsReadAsTheSame() {
        CitationList read = CitationFormat.RIS.read(CitationExport.RIS.write(List.of(WHOLE)));
        assertThat(read.remarks()).isEmpty();
        assertThat(read.papers()).hasSize(1);
        assertThat(read.papers().getFirst().title()).isEqualTo("On trees and forests");
        assertThat(read.papers().getFirst().text()).isEqualTo(WHOLE.text());
        assertThat(read.papers().getFirst().metadata()).isEqualTo(WHOLE.metadata());
    }

    @Test
    void aPaperAsCslJsonHasTypedFields() throws Exception {
        JsonNode item = Json.MAPPER
                .readTree(CitationExport.CSL_JSON.write(List.of(WHOLE)))
                .get(0);
        assertThat(item.get("type").asText()).isEqualTo("paper-conference");
        assertThat(item.at("/issued/date-parts/0/0").asInt()).isEqualTo(2004);
        assertThat(item.at("/author/0").toString()).isEqualTo("{\"family\":\"van der Berg\",\"given\":\"Ann\"}");
        assertThat(item.at("/author/1").toString()).isEqualTo("{\"family\":\"Müller\",\"given\":\"Jörg\"}");
        assertThat(item.get("container-title").asText()).isEqualTo("GD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plato|literal",
                "The ATLAS Collaboration|literal",
                "J. R. R. Tolkien|Tolkien",
                "Ludwig van Beethoven|van Beethoven",
                "Knuth, D.|Knuth"
            })
    void namesAreTakenApartOnlyWhereTheyCanBe(String name, String family) throws Exception {
        Paper paper = new Paper("1", "t", "", new PaperMetadata(null, "", List.of(name), List.of(), Map.of()));
        JsonNode author = Json.MAPPER
                .readTree(CitationExport.CSL_JSON.write(List.of(paper)))
                .at("/0/author/0");
        assertThat(author.path("family").asText("literal")).isEqualTo(family);
    }

    @ParameterizedTest
    @EnumSource
    void aPaperOfWhichNothingIsKnownHasNoEmptyFields(CitationExport form) {
        assertThat(form.write(List.of(BARE))).doesNotContain("null", "{}", "\"\",", "[ ]");
        assertThat(form.write(List.of())).isIn("", "[ ]\n", "[]\n");
    }
}

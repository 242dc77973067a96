package io.github.scimult.app.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published agrees with itself and says what Maven Central asks for. */
class PomsTest {
    private static final Pom PROJECT = Pom.of("");
    private static final Pom BOM = Pom.of("bom");
    private static final String VERSION = PROJECT.text("/project/version");

    @Test
    void theBomListsEveryDeployableModuleAndNothingElse() throws IOException {
        List<String> deployable = Pom.folders().stream()
                .map(Pom::of)
                .filter(pom -> !pom.text("/project/packaging").equals("pom"))
                .filter(pom ->
                        !pom.text("/project/properties/maven.deploy.skip").equals("true"))
                .map(pom -> pom.text("/project/artifactId"))
                .toList();
        assertThat(BOM.texts("/project/dependencyManagement//artifactId"))
                .hasSizeGreaterThan(9)
                .containsExactlyInAnyOrderElementsOf(deployable);
    }

    @Test
    void theTestsInABrowserAreNeverDeployed() {
        assertThat(BOM.texts("//artifactId")).doesNotContain("scimult-browser");
        assertThat(PROJECT.texts("/project/modules/module")).doesNotContain("browser");
        assertThat(Pom.of("browser").text("/project/properties/maven.deploy.skip"))
                .isEqualTo("true");
    }

    @Test
    void theBomGivesVersionsOfOurModulesAlone() {
        assertThat(BOM.texts("/project/parent")).isEmpty();
        assertThat(BOM.texts("/project/dependencyManagement//groupId")).containsOnly("io.github.scimult");
        assertThat(BOM.texts("/project/dependencyManagement//dependency/version"))
                .containsOnly("${project.version}");
    }

    @Test
    void everyPomHasTheProjectsVersion() throws IOException {
        assertThat(BOM.text("/project/version")).isEqualTo(VERSION);
        assertThat(Pom.folders().stream()
                        .map(Pom::of)
                        .filter(pom -> !pom.folder().equals("bom")))
                .hasSizeGreaterThan(9)
                .allSatisfy(pom -> assertThat(pom.text("/project/parent/version"))
                        .as(pom.folder())
                        .isEqualTo(VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITATION.cff", "docs/java.md", "docs/installation.md"})
    void pagesThatNameTheVersionNameThisOne(String page) throws IOException {
        String text = Files.readString(Script.project().resolve(page));
        List<String> named = Pattern.compile("(?m)(?:^version: |<version>|scimult-)(\\d+\\.\\d+\\.\\d+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).isNotEmpty().containsOnly(VERSION);
    }

    @Test
    void everyModuleHasANameAndADescription() throws IOException {
        assertThat(Stream.concat(Stream.of(""), Pom.folders().stream()).map(Pom::of))
                .allSatisfy(pom -> {
                    assertThat(pom.text("/project/name")).as(pom.folder()).isNotEmpty();
                    assertThat(pom.text("/project/description"))
                            .as(pom.folder())
                            .isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/project/url",
                "/project/licenses/license/name",
                "/project/licenses/license/url",
                "/project/developers/developer/name",
                "/project/scm/connection",
                "/project/scm/developerConnection",
                "/project/scm/url",
                "/project/issueManagement/url"
            })
    void theProjectAndTheBomSayWhoseTheyAre(String path) {
        assertThat(PROJECT.text(path)).isNotEmpty().isEqualTo(BOM.text(path));
    }

    @Test
    void mavenAsksForTheSameJavaAsTheLauncher() throws IOException {
        Path launcher = Script.project().resolve("packaging/launcher/java.sh");
        String sound = Files.readAllLines(launcher).stream()
                .filter(line -> line.startsWith("sound_java="))
                .map(line -> line.replaceAll("sound_java=(\\S+).*", "$1"))
                .findFirst()
                .orElseThrow();
        assertThat(PROJECT.text("//requireJavaVersion/version")).isEqualTo("[" + sound + ",)");
        assertThat(PROJECT.text("//requireJavaVersion/message")).contains("JDK " + sound, "JDK-8377811");
    }
}

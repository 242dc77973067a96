package io.github.scimult.app.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java the launchers take, among fake ones: those of the machine are out of sight. */
class JavaSearchTest {
    private static final String SEARCH = """
            java_kind=$KIND bundled_java=$BUNDLED
            . "$1"
            usual_java_folders() { printf '%s\\n' "$MACHINE"/*; }
            find_java
            printf '%s\\n' "$java_home"
            """;

    @TempDir
    private Path folder;

    private Path usual;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aMachineWithoutJava() throws IOException {
        usual = Files.createDirectories(folder.resolve("usual"));
        Path commands = Files.createDirectories(folder.resolve("commands"));
        for (String command : List.of("bash", "cat", "dirname", "readlink")) {
            Files.createSymbolicLink(commands.resolve(command), installed(command));
        }
        environment.putAll(Map.of(
                "PATH", commands.toString(),
                "HOME", folder.toString(),
                "MACHINE", usual.toString(),
                "KIND", "JDK",
                "BUNDLED", ""));
    }

    @Test
    void theOldestJavaOfTheUsualFoldersThatWillDoIsTaken() throws Exception {
        FakeJava.jdk(usual.resolve("a-27"), "27");
        FakeJava.jdk(usual.resolve("b-21"), "21.0.9");
        Path wanted = FakeJava.jdk(usual.resolve("c-25"), "25.0.3");
        FakeJava.jdk(usual.resolve("d-26"), "26.0.1");
        assertThat(search().output()).containsExactly(wanted.toString());
    }

    @Test
    void aJavaThatCorruptsMemoryIsPassedOverWhereABetterOneIsThere() throws Exception {
        environment.put(
                "JAVA_HOME", FakeJava.jdk(folder.resolve("mine"), "25.0.1").toString());
        onPath(FakeJava.jdk(folder.resolve("path"), "25"));
        FakeJava.jdk(usual.resolve("a"), "25.0.2");
        Path wanted = FakeJava.jdk(usual.resolve("b"), "26");
        assertThat(search().output()).containsExactly(wanted.toString());
    }

    @Test
    void whereThereIsNoBetterOneTheReasonIsGivenAndWhatToInstall() throws Exception {
        FakeJava.jdk(usual.resolve("a"), "21.0.9");
        Path corrupt = FakeJava.jdk(usual.resolve("b"), "25.0.2");
        Script done = search();
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages())
                .contains("Java 25.0.2 in " + corrupt + " is not used")
                .contains("JDK-8377811")
                .contains("JDK 25.0.3 or later is needed")
                .contains("sdk install java 25.0.3-tem");
    }

    @Test
    void theChosenJavaIsRefusedWithTheReasonThoughABetterOneIsThere() throws Exception {
        FakeJava.jdk(usual.resolve("a"), "25.0.3");
        Path chosen = FakeJava.jdk(folder.resolve("chosen"), "25.0.2");
        environment.put("SCIMULT_JAVA_HOME", chosen.toString());
        Script done = search();
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.output()).isEmpty();
        assertThat(done.messages())
                .contains("SCIMULT_JAVA_HOME is " + chosen + ", which holds Java 25.0.2")
                .contains("JDK-8377811")
                .contains("Install 25.0.3 or later");
    }

    @Test
    void theChosenJavaIsRefusedWhereItIsTooOld() throws Exception {
        environment.put(
                "SCIMULT_JAVA_HOME",
                FakeJava.jdk(folder.resolve("old"), "1.8.0_392").toString());
        Script done = search();
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages())
                .contains("no JDK 25.0.3 or later (found: 1.8.0_392)")
                .doesNotContain("8377811");
    }

    @Test
    void aMachineWithoutJavaIsToldWhatToInstall() throws Exception {
        Script done = search();
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages())
                .contains("none was found")
                .contains("adoptium")
                .doesNotContain("8377811");
    }

    @Test
    void theJavaOfThePathIsFoundThroughLinks() throws Exception {
        FakeJava.jdk(usual.resolve("a"), "25.0.3");
        Path wanted = FakeJava.jdk(folder.resolve("a path with blanks"), "26");
        onPath(wanted);
        assertThat(search().output()).containsExactly(wanted.toString());
    }

    @Test
    void aRunTimeEnvironmentWillDoToRunAndNotToBuild() throws Exception {
        Path runtime = FakeJava.runtime(usual.resolve("a"), "25.0.3");
        assertThat(search().code()).isEqualTo(1);
        environment.put("KIND", "Java");
        assertThat(search().output()).containsExactly(runtime.toString());
    }

    @Test
    void theBundledJavaGoesBeforeOthersButTheChosenOne() throws Exception {
        Path bundled = FakeJava.jdk(folder.resolve("bundled"), "25.0.3");
        Path other = FakeJava.jdk(folder.resolve("other"), "25.0.4");
        environment.put("BUNDLED", bundled.toString());
        environment.put("JAVA_HOME", other.toString());
        assertThat(search().output()).containsExactly(bundled.toString());
        environment.put("SCIMULT_JAVA_HOME", other.toString());
        assertThat(search().output()).containsExactly(other.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0", "25.0.0", "25.0.1", "25.0.2", "25.0.2.1", "25.0.1-ea"})
    void versionsThatCorruptMemoryAreKnown(String version) throws Exception {
        FakeJava.jdk(usual.resolve("a"), version);
        assertThat(search().messages()).contains("Java " + version + " in").contains("JDK-8377811");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.10", "25.0.20", "25.1", "26", "26.0.1", "250.0.1"})
    void othersAreTaken(String version) throws Exception {
        Path wanted = FakeJava.jdk(usual.resolve("a"), version);
        assertThat(search().output()).containsExactly(wanted.toString());
    }

    @Test
    void theCheckoutsLauncherRefusesBeforeItBuilds() throws Exception {
        environment.put(
                "SCIMULT_JAVA_HOME",
                FakeJava.jdk(folder.resolve("chosen"), "25.0.1").toString());
        Script done = Script.run(
                folder, environment, List.of(Script.project().resolve("scimult").toString(), "--version"));
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages()).contains("JDK-8377811").doesNotContain("building");
    }

    private Script search() throws IOException, InterruptedException {
        return Script.bash(folder, environment, SEARCH, Script.project().resolve("packaging/launcher/java.sh"));
    }

    /** Makes a Java that of the PATH, as Debian's alternatives do: by a link to a link. */
    private void onPath(Path java) throws IOException {
        Path alternative = Files.createSymbolicLink(folder.resolve("alternative"), java.resolve("bin/java"));
        Files.createSymbolicLink(folder.resolve("commands/java"), alternative);
    }

    private static Path installed(String command) {
        return List.of(Path.of("/usr/bin", command), Path.of("/bin", command)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}

package io.github.scimult.app.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A distribution laid out by the project's scripts and started by its launcher; only the jars are tiny ones. */
class DistributionTest {
    private static final String LAY_OUT = """
            root=$1
            . "$root/packaging/launcher/java.sh"
            . "$root/packaging/package.sh"
            lay_out "$2" "$3"
            """;

    @TempDir
    private Path folder;

    private Path distribution;
    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void layOut() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        environment.putAll(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", home.toString()));
        distribution = folder.resolve("scimult");
        assertThat(layOut(TinyProgram.make(Files.createDirectories(folder.resolve("jars"))))
                        .code())
                .isZero();
        environment.put("SCIMULT_JAVA_HOME", System.getProperty("java.home"));
        environment.put("SCIMULT_CACHE", "");
    }

    @Test
    void itHoldsTheLauncherTheJarsAndTheLicences() throws Exception {
        assertThat(filesBelow(distribution).keySet())
                .containsExactlyInAnyOrder(
                        "LICENSE",
                        "NOTICE",
                        "README.md",
                        "bin/scimult",
                        "lib/SHA256SUMS",
                        "lib/launcher/java.sh",
                        "lib/launcher/jvm.sh",
                        "lib/library.jar",
                        "lib/program.jar");
        assertThat(Files.readString(distribution.resolve("README.md"))).doesNotContain("@");
        assertThat(Files.isExecutable(distribution.resolve("bin/scimult"))).isTrue();
    }

    @Test
    void theChecksumsAreThoseOfTheJarsInTheOrderOfTheClassPath() throws Exception {
        assertThat(Files.readAllLines(distribution.resolve("lib/SHA256SUMS")))
                .containsExactly(checksum("program.jar"), checksum("library.jar"));
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws Exception {
        Script done = start(distribution, "search", "two words", "", "a*");
        assertThat(done.messages()).isEmpty();
        assertThat(done.output()).startsWith("argument search", "argument two words", "argument ", "argument a*");
    }

    @Test
    void theJarsAreReadInTheOrderOfTheBuild() throws Exception {
        Path lib = distribution.toRealPath().resolve("lib");
        assertThat(start(distribution).output()).contains("jars " + lib + "/program.jar:" + lib + "/library.jar");
    }

    @Test
    void theProgramKnowsWhatPeopleType() throws Exception {
        assertThat(Script.run(distribution, environment, List.of("bin/scimult")).output())
                .contains("command bin/scimult");
        environment.put("PATH", distribution.resolve("bin") + ":" + environment.get("PATH"));
        assertThat(Script.bash(home, environment, "scimult").output()).contains("command scimult");
    }

    @Test
    void theHomeIsThatOfTheEnvironment() throws Exception {
        assertThat(start(distribution).output()).contains("home " + home);
    }

    @Test
    void librariesThatWereUnpackedBeforeAreUsedAsTheyLie() throws Exception {
        Path cache = folder.resolve("image cache");
        Path libraries = Files.createDirectories(cache.resolve("javacpp/x.jar/org/bytedeco/pytorch/linux-x86_64"));
        Files.createFile(cache.resolve("filled"));
        environment.put("SCIMULT_CACHE", cache.toString());
        assertThat(start(distribution).output())
                .contains("javacpp null", "libraries " + libraries.toRealPath(), "djl " + cache.toRealPath() + "/djl");
    }

    @Test
    void itRunsFromAnyPlaceAndThroughLinks() throws Exception {
        Path moved = folder.resolve("a place with blanks");
        Files.move(distribution, moved);
        Path link = Files.createSymbolicLink(folder.resolve("link"), moved.resolve("bin/scimult"));
        Path linkToIt = Files.createSymbolicLink(home.resolve("scimult"), link);
        assertThat(start(moved, "x").output()).contains("argument x");
        assertThat(Script.run(home, environment, List.of(linkToIt.toString(), "y"))
                        .output())
                .contains("argument y");
        assertThat(Script.run(moved, environment, List.of("bin/scimult", "z")).output())
                .contains("argument z");
    }

    @Test
    void nothingIsWrittenIntoItOrOtherwiseThanAsked() throws Exception {
        makeReadOnly();
        Map<String, String> before = filesBelow(distribution);
        assertThat(start(distribution, "x").code()).isZero();
        environment.remove("SCIMULT_CACHE");
        assertThat(start(distribution, "x").code()).isZero();
        assertThat(filesBelow(distribution)).isEqualTo(before);
        assertThat(filesBelow(home).keySet()).singleElement().asString().matches("\\.cache/scimult/classes-.*\\.aot");
    }

    @Test
    void theCachesFolderIsThatOfTheDesktopOrTheChosenOne() throws Exception {
        environment.remove("SCIMULT_CACHE");
        Path desktop = folder.resolve("desktop");
        environment.put("XDG_CACHE_HOME", desktop.toString());
        assertThat(start(distribution).output()).contains("javacpp null", "djl null");
        assertThat(filesBelow(desktop).keySet()).singleElement().asString().endsWith(".aot");

        environment.put("SCIMULT_CACHE", "chosen one");
        Path chosen = home.toRealPath().resolve("chosen one");
        assertThat(start(distribution).output()).contains("javacpp " + chosen + "/javacpp", "djl " + chosen + "/djl");
        assertThat(filesBelow(home).keySet()).singleElement().asString().startsWith("chosen one/classes-");
    }

    @Test
    void withoutAFolderForItsCacheItStartsAllTheSame() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        environment.put("SCIMULT_CACHE", file.resolve("cache").toString());
        Script done = start(distribution, "x");
        assertThat(done.output()).contains("argument x");
        assertThat(done.messages()).contains("SCIMULT_CACHE: cannot make the folder " + file);
    }

    @Test
    void theClassesOfAnotherBuildInTheSamePlaceAreNotMixedUpWithIt() throws Exception {
        environment.remove("SCIMULT_CACHE");
        assertThat(start(distribution, "x").code()).isZero();
        Files.writeString(distribution.resolve("lib/SHA256SUMS"), checksum("program.jar") + "\n");
        assertThat(start(distribution, "x").code()).isZero();
        assertThat(filesBelow(home)).hasSize(2);
    }

    @Test
    void itsOwnJavaGoesFirst() throws Exception {
        environment.remove("SCIMULT_JAVA_HOME");
        Path own = FakeJava.runtime(distribution.resolve("java"), "25.0.3").toRealPath();
        assertThat(start(distribution, "x").output()).containsExactly("fake " + own + "/bin/java");
    }

    @Test
    void aServerEndsWhereMemoryEnds() throws Exception {
        environment.remove("SCIMULT_JAVA_HOME");
        Path own = FakeJava.runtime(distribution.resolve("java"), "25.0.3");
        Files.writeString(own.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(start(distribution, "serve", "index").output()).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(start(distribution, "search", "serve").output())
                .contains("search")
                .doesNotContain("-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void aJavaThatCorruptsMemoryIsRefused() throws Exception {
        environment.put(
                "SCIMULT_JAVA_HOME",
                FakeJava.runtime(folder.resolve("java"), "25.0.2").toString());
        Script done = start(distribution, "x");
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages())
                .contains("Java 25.0.2")
                .contains("JDK-8377811")
                .contains("25.0.3 or later");
    }

    @Test
    void aMissingJarIsNamed() throws Exception {
        Files.delete(distribution.resolve("lib/library.jar"));
        Script done = start(distribution, "x");
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages()).endsWith("lib/library.jar is missing: unpack the distribution again");
    }

    @Test
    void aFolderThatJavaCannotReadJarsInIsRefused() throws Exception {
        Path moved = folder.resolve("12:30");
        Files.move(distribution, moved);
        Script done = start(moved, "x");
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages()).contains("a colon in its name");
    }

    @Test
    void twoJarsOfOneNameAreRefused() throws Exception {
        String jar = folder.resolve("jars/library.jar").toString();
        distribution = folder.resolve("other");
        Script done = layOut(jar + ":" + jar);
        assertThat(done.code()).isEqualTo(1);
        assertThat(done.messages()).contains("two jars are called library.jar");
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseThatThereAre() throws Exception {
        Script done = Script.bash(
                folder, environment, LAY_OUT.replace("lay_out \"$2\" \"$3\"", "package --zip"), Script.project());
        assertThat(done.code()).isEqualTo(2);
        assertThat(done.messages()).contains("unknown option --zip").contains("--with-java", "--image", "--central");
    }

    private Script layOut(String classPath) throws IOException, InterruptedException {
        return Script.bash(folder, environment, LAY_OUT, Script.project(), distribution, classPath);
    }

    private Script start(Path place, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(place.resolve("bin/scimult").toString()));
        command.addAll(List.of(arguments));
        return Script.run(home, environment, command);
    }

    private String checksum(String jar) throws Exception {
        byte[] content = Files.readAllBytes(distribution.resolve("lib").resolve(jar));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)) + "  " + jar;
    }

    private void makeReadOnly() throws IOException {
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path file : files.toList()) {
                boolean plain = Files.isRegularFile(file) && !Files.isExecutable(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(plain ? "r--r--r--" : "r-xr-xr-x"));
            }
        }
    }

    /** The files below a folder, each with its time and size. */
    private static Map<String, String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString(), DistributionTest::state));
        }
    }

    private static String state(Path file) {
        return file.toFile().lastModified() + " " + file.toFile().length();
    }
}

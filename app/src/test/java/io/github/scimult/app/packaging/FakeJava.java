package io.github.scimult.app.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that look like a Java to the launcher, which reads the file {@code release}. */
final class FakeJava {

    private FakeJava() {}

    /** A JDK of a version, whose commands say only where they lie. */
    static Path jdk(Path folder, String version) throws IOException {
        runtime(folder, version);
        command(folder.resolve("bin/javac"));
        return folder;
    }

    /** The same without a compiler. */
    static Path runtime(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), """
                IMPLEMENTOR="Nobody"
                JAVA_RUNTIME_VERSION="%s+9"
                JAVA_VERSION="%s"
                JAVA_VERSION_DATE="2026-04-21"
                """.formatted(version, version));
        command(folder.resolve("bin/java"));
        return folder;
    }

    private static void command(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\necho \"fake $0\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

package io.github.scimult.encoder.base;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files inside an artifact, which is on the class path or a jar of its own. */
final class ArtifactFiles implements Closeable {
    private final Optional<ZipFile> jar;

    private ArtifactFiles(Optional<ZipFile> jar) {
        this.jar = jar;
    }

    /** Those of the class path, if the artifact is on it. */
    static Optional<ArtifactFiles> onClassPath(BaseArtifact artifact) {
        return ArtifactFiles.class.getResource("/" + artifact.weights()) == null
                ? Optional.empty()
                : Optional.of(new ArtifactFiles(Optional.empty()));
    }

    /** Those of a jar. */
    static ArtifactFiles of(Path jar) throws IOException {
        return new ArtifactFiles(Optional.of(new ZipFile(jar.toFile())));
    }

    /** @throws IOException if there is no such file in it */
    InputStream open(String name) throws IOException {
        InputStream in = jar.isPresent() ? inJar(jar.get(), name) : ArtifactFiles.class.getResourceAsStream("/" + name);
        if (in == null) {
            throw new FileNotFoundException("there is no " + name + " in "
                    + jar.map(ZipFile::getName).orElse("the base model's artifact on the class path"));
        }
        return in;
    }

    private static InputStream inJar(ZipFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        return entry == null ? null : jar.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        if (jar.isPresent()) {
            jar.get().close();
        }
    }
}

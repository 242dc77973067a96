package io.github.scimult.app.option;

import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.configuration.RecordCopy;
import io.github.scimult.server.config.LogSettings;
import io.github.scimult.server.config.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of a server: a file of settings, and what overrides it. */
public final class ServerOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML; see docs/operating.md.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "One setting, such as limits.requests=64; overrides the file. May be repeated.")
    private List<String> changes = new ArrayList<>();

    @Option(
            names = "--host",
            description = "The address to listen at (default: 127.0.0.1); 0.0.0.0 for all of this machine.")
    private String host;

    @Option(names = "--port", description = "The port (default: 8080); 0 for any that is free.")
    private Integer port;

    @Option(
            names = "--public-name",
            paramLabel = "NAME",
            description = "A name by which others ask for this server, such as library.example.org: requests for "
                    + "names that were not given are refused. May be repeated.")
    private List<String> publicNames = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Only requests with one of this file's keys are answered. A line is KEY, KEY SCOPES or "
                    + "KEY SCOPES NAME; the scopes are read, write and feedback, joined by commas.")
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

    @Option(names = "--read-only", description = "Take no changes and no feedback from anybody.")
    private boolean readOnly;

    @Option(
            names = "--open-writes",
            description =
                    "Without keys, let everybody who reaches this server from another machine change what it holds.")
    private boolean openWrites;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description =
                    "How the log on standard error is written: text for people (default), or json, an object a line.")
    private LogSettings.Format logFormat;

    /**
     * The settings, checked.
     *
     * @throws io.github.scimult.core.storage.BadDataException if the file has an unknown setting or a value that is refused
     * @throws IllegalArgumentException if an option does
     */
    public ServerSettings settings() throws IOException {
        ServerSettings read = ConfigurationReader.read(ServerSettings.defaults().values(), config, changes);
        Map<String, Object> given = new HashMap<>();
        putIfGiven(given, "host", host);
        putIfGiven(given, "port", port);
        given.put("publicNames", joined(read.publicNames(), publicNames));
        given.put("access", RecordCopy.with(read.access(), ofAccess(read)));
        if (keyStore != null) {
            given.put("tls", RecordCopy.with(read.tls(), Map.of("keyStore", Optional.of(keyStore))));
        }
        if (logFormat != null) {
            given.put("log", new LogSettings(logFormat));
        }
        return RecordCopy.with(read, given);
    }

    private Map<String, Object> ofAccess(ServerSettings read) {
        Map<String, Object> given = new HashMap<>();
        putIfGiven(given, "keys", keys == null ? null : Optional.of(keys));
        given.put("origins", joined(read.access().origins(), origins));
        given.put("readOnly", readOnly || read.access().readOnly());
        given.put("openWrites", openWrites || read.access().openWrites());
        return given;
    }

    private static void putIfGiven(Map<String, Object> changes, String name, Object value) {
        if (value != null) {
            changes.put(name, value);
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}

package io.github.scimult.app.command;

import io.github.scimult.app.logging.ServerLog;
import io.github.scimult.app.option.ComputeOptions;
import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.app.option.ServerOptions;
import io.github.scimult.server.ServerConfig;
import io.github.scimult.server.config.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            "  scimult serve index/ --config serve.yaml",
            "  scimult serve index/ --host 0.0.0.0 --port 80 --keys keys.txt --public-name library.example.org",
            "  SCIMULT_TLS_PASSWORD=... scimult serve index/ --host 0.0.0.0 --port 443 --tls certificate.p12"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "INDEX", description = "The index's folder.")
    private Path index;

    @Option(names = "--model", description = "The model's folder, where it is no longer where the index was made.")
    private String model;

    @Option(
            names = "--print-config",
            description =
                    "Print all settings that the server would have, as YAML with a comment each, and end without serving.")
    private boolean printConfig;

    @Mixin
    private ServerOptions options;

    @Mixin
    private ComputeOptions compute;

    @Override
    public Integer call() throws IOException {
        ServerSettings settings = options.settings();
        if (printConfig) {
            System.out.print(ServerSettings.defaults().commented(settings));
            return 0;
        }
        if (index == null) {
            throw new ParameterException(spec.commandLine(), "serving needs the folder of an INDEX");
        }
        Optional<String> password = Optional.ofNullable(System.getenv("SCIMULT_TLS_PASSWORD"));
        ServerConfig config = ServerConfig.of(settings, password, ProgramVersion.number());
        ServerLog.begin(settings.log());
        new Serving(index, model, compute.config()).run(config);
        return 0;
    }

    /** For this machine alone, without keys. */
    static ServerConfig onLoopback(int port) {
        return ServerConfig.onLoopback(port, ProgramVersion.number());
    }
}

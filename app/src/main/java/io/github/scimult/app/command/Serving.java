package io.github.scimult.app.command;

import io.github.scimult.app.option.ModelOption;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.app.training.StopSignal;
import io.github.scimult.library.LiteratureModel;
import io.github.scimult.library.live.GivenModel;
import io.github.scimult.server.ScimultServer;
import io.github.scimult.server.ServerConfig;
import io.github.scimult.training.config.ComputeConfig;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Serving an index until the process is asked to stop.
 *
 * @param model the model's folder; null for where the index says it was
 * @param compute how, and on how many threads
 */
record Serving(Path index, String model, ComputeConfig compute) {
    void run(ServerConfig config) throws IOException {
        try (StopSignal stop = new StopSignal(
                        ProgressLine.onStandardError(), "stopping: what was accepted is being answered");
                LiteratureModel opened = open(ModelOption.of(index, model));
                ScimultServer server =
                        ScimultServer.start(config, index, new GivenModel(opened, facts -> open(facts.model())))) {
            System.out.println("serving " + index + " at " + server.address() + " (Ctrl-C stops)");
            config.access()
                    .warning(config.settings().isOnLoopback())
                    .ifPresent(warning -> System.err.println("scimult: " + warning));
            stop.await();
        }
    }

    private LiteratureModel open(String name) throws IOException {
        return LiteratureModel.openForServing(name, compute.wish().precision(), compute.threads());
    }
}

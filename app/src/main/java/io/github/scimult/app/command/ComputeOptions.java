package io.github.scimult.app.command;

import io.github.scimult.model.train.ComputeConfig;
import picocli.CommandLine.Option;

/** Options of every command that computes with a model. */
final class ComputeOptions {
    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            defaultValue = "auto",
            description = "float32, bfloat16, or auto: what is faster here (default: ${DEFAULT-VALUE}).")
    private String precision;

    @Option(names = "--threads", defaultValue = "0", description = "Threads; 0 for all cores (default).")
    private int threads;

    ComputeConfig config() {
        return new ComputeConfig(precision, "auto", threads);
    }
}

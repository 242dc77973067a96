package io.github.scimult.app.option;

import io.github.scimult.training.config.ComputeConfig;
import picocli.CommandLine.Option;

/** Options of every command that computes with a model. */
public final class ComputeOptions {
    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            defaultValue = "auto",
            description = "float32, bfloat16, or auto: what is faster here (default: ${DEFAULT-VALUE}).")
    private String precision;

    @Option(names = "--threads", defaultValue = "0", description = "Threads; 0 for all cores (default).")
    private int threads;

    public ComputeConfig config() {
        return new ComputeConfig(precision, "auto", threads);
    }
}

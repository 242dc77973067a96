package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.fixture.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** One call of the command line, in this process. */
public record CommandLineRun(int exitCode, String errors) {
    private static final List<String> MODEL_FILES = List.of(
            "config.json",
            "model.safetensors",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "vocab.txt");

    /** Runs a command; {@code errors} is what the one place that maps errors has said. */
    public static CommandLineRun of(Object... arguments) {
        StringWriter errors = new StringWriter();
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(errors, true));
        String[] words = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return new CommandLineRun(commandLine.execute(words), errors.toString());
    }

    /** What a command that must succeed prints. */
    static String output(Object... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            CommandLineRun run = of(arguments);
            assertThat(run.errors()).isEmpty();
            assertThat(run.exitCode()).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A BERT of four small layers with random weights, as a folder. */
    public static Path tinyBert(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : MODEL_FILES) {
            Files.copy(Golden.path("tiny-bert/" + name), folder.resolve(name));
        }
        return folder;
    }
}

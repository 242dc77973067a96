package io.github.scimult.app.evaluation;

import io.github.scimult.app.option.ProgramVersion;
import io.github.scimult.app.terminal.ProgressLine;
import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.Json;
import io.github.scimult.evaluation.protocol.PaperProtocol;
import io.github.scimult.evaluation.protocol.ProtocolScores;
import io.github.scimult.evaluation.protocol.PublishedScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation of a model by the paper's protocols on the authors' own files. */
public final class ProtocolEvaluation {
    private final Path data;
    private final TextEncoder encoder;
    private final ProgressLine line = ProgressLine.onStandardError();

    /** @param data the folder that holds {@code classification_fine/} and the others */
    public ProtocolEvaluation(Path data, TextEncoder encoder) {
        this.data = data;
        this.encoder = encoder;
    }

    /** What each protocol is and needs, for people. */
    public static String listing() {
        StringBuilder text = new StringBuilder();
        for (PaperProtocol protocol : PaperProtocol.values()) {
            text.append("%-30s %s%n%-30s needs %s%n"
                    .formatted(protocol.lowerCaseName(), protocol.description(), "", protocol.files()));
        }
        return text.toString();
    }

    /**
     * Measures and prints.
     *
     * @param protocols which
     * @param out folder for protocols.json; null for nowhere
     * @throws IllegalArgumentException if there is no data for any of them
     */
    public void run(List<PaperProtocol> protocols, Path out) throws IOException {
        List<ProtocolScores> all = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (PaperProtocol protocol : protocols) {
            List<Path> files = protocol.dataSets(data);
            if (files.isEmpty()) {
                missing.add(protocol.lowerCaseName() + " (" + protocol.files() + ")");
            }
            for (Path file : files) {
                all.add(protocol.measure(
                        file,
                        encoder,
                        (stage, done, total) -> line.show("%s, %s: %s %,d of %,d"
                                .formatted(protocol.lowerCaseName(), file.getFileName(), stage, done, total))));
                line.clear();
                System.out.print(text(all.getLast()));
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is no data in " + data + " for " + String.join(", ", missing));
        }
        if (!missing.isEmpty()) {
            System.out.println("no data for " + String.join(", ", missing));
        }
        List<PublishedScores.Average> averages = PublishedScores.averages(all);
        averages.forEach(average -> System.out.print(
                "average, " + average.name() + System.lineSeparator() + line("", average.own(), average.published())));
        System.out.println("published scores: " + PublishedScores.source());
        if (out != null) {
            write(all, averages, out.resolve("protocols.json"));
        }
    }

    private static String text(ProtocolScores scores) {
        StringBuilder text =
                new StringBuilder("%s, %s (%,d)%n".formatted(scores.protocol(), scores.dataset(), scores.queries()));
        scores.values().forEach((metric, value) -> {
            text.append(line(metric, value, PublishedScores.of(scores.protocol(), scores.dataset(), metric)));
        });
        return text.toString();
    }

    private static String line(String metric, double own, Map<String, Double> published) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "  %-26s %6.2f", metric, own));
        published.forEach((model, value) -> text.append(String.format(Locale.ROOT, "   %s %.2f", model, value)));
        return text.append(System.lineSeparator()).toString();
    }

    private void write(List<ProtocolScores> all, List<PublishedScores.Average> averages, Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("version", ProgramVersion.number());
        report.put("encoder", encoder.name());
        report.put("data", data.toString());
        report.put("scores", all);
        report.put("averages", averages);
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.writeText(file, Json.indented(report));
        System.out.println("written: " + file);
    }
}

package io.github.scimult.app.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.collection.ReadOptions;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.core.configuration.ConfigurationWriter;
import io.github.scimult.encoder.checkpoint.ModelFolder;
import io.github.scimult.encoder.checkpoint.SafetensorsFile;
import io.github.scimult.encoder.checkpoint.SciMultCheckpoint;
import io.github.scimult.encoder.fixture.Golden;
import io.github.scimult.exchange.citation.BibTexWriter;
import io.github.scimult.exchange.citation.CitationFormat;
import io.github.scimult.exchange.importing.CollectionImport;
import io.github.scimult.exchange.importing.ImportFormats;
import io.github.scimult.exchange.importing.ImportOptions;
import io.github.scimult.training.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that reads files of users. */
final class FuzzTargets {
    private FuzzTargets() {}

    static List<FuzzTarget> all() throws IOException {
        List<FuzzTarget> all = new ArrayList<>();
        all.add(citations("bibtex", CitationFormat.BIBTEX));
        all.add(citations("ris", CitationFormat.RIS));
        all.add(citations("nbib", CitationFormat.NBIB));
        all.addAll(imports());
        all.addAll(collections());
        all.addAll(models());
        all.add(settings());
        return all;
    }

    private static FuzzTarget citations(String name, CitationFormat format) throws IOException {
        return new FuzzTarget(name + " citations", 30, cases(name), (bytes, folder) -> {
            Path file = Files.write(folder.resolve("in"), bytes);
            format.read(file).papers().forEach(BibTexWriter::entry);
        });
    }

    /** The odd inputs of the import tests. */
    private static List<byte[]> cases(String name) throws IOException {
        Path file = Path.of("../exchange/src/test/resources/io/github/scimult/exchange/cases")
                .resolve(name + ".yaml");
        List<byte[]> cases = new ArrayList<>();
        for (JsonNode each : new YAMLMapper().readTree(Files.readString(file))) {
            cases.add(each.path("input").asText().getBytes(UTF_8));
        }
        return cases;
    }

    private static List<FuzzTarget> imports() throws IOException {
        List<FuzzTarget> imports = new ArrayList<>();
        imports.add(imported("medline", 12, "a.xml", cases("pubmed"), Map.of()));
        imports.add(imported("bibtex", 1, "a.bib", cases("bibtex"), Map.of()));
        imports.add(imported("ris", 1, "a.ris", cases("ris"), Map.of()));
        imports.add(imported("nbib", 1, "a.nbib", cases("nbib"), Map.of()));
        for (FuzzSeeds.Import each : FuzzSeeds.imports()) {
            imports.add(
                    imported(each.format(), 1, each.file(), List.of(each.seed().getBytes(UTF_8)), each.others()));
        }
        return imports;
    }

    private static FuzzTarget imported(
            String format, int weight, String name, List<byte[]> seeds, Map<String, String> others) {
        return new FuzzTarget("import " + format, weight, seeds, (bytes, folder) -> {
            Path in = Files.createDirectories(folder.resolve("in"));
            for (Map.Entry<String, String> other : others.entrySet()) {
                Path file = in.resolve(other.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, other.getValue());
            }
            Files.write(in.resolve(name), bytes);
            boolean isFolder = !others.isEmpty();
            ImportOptions options =
                    bytes.length % 2 == 0 ? ImportOptions.DEFAULTS : ImportOptions.DEFAULTS.skippingBad(true);
            Path out = folder.resolve("out");
            CollectionImport.run(
                    ImportFormats.of(format), List.of(isFolder ? in : in.resolve(name)), out, options, read -> {});
            open(out, ReadOptions.DEFAULTS);
        });
    }

    private static void open(Path folder, ReadOptions options) throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folder, options)) {
            for (int row = 0; row < collection.papers().size(); row++) {
                collection.papers().get(row);
            }
        }
    }

    private static List<FuzzTarget> collections() {
        List<FuzzTarget> collections = new ArrayList<>();
        for (String name : FuzzSeeds.COLLECTION.keySet()) {
            byte[] seed = FuzzSeeds.COLLECTION.get(name).getBytes(UTF_8);
            collections.add(new FuzzTarget("collection " + name, 6, List.of(seed), (bytes, folder) -> {
                for (Map.Entry<String, String> file : FuzzSeeds.COLLECTION.entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
                Files.write(folder.resolve(name), bytes);
                open(folder, bytes.length % 2 == 0 ? ReadOptions.DEFAULTS : ReadOptions.SKIP_BAD_RECORDS);
            }));
        }
        return collections;
    }

    private static List<FuzzTarget> models() throws IOException {
        Path model = Golden.path("tiny-bert");
        List<FuzzTarget> models = new ArrayList<>();
        models.add(new FuzzTarget(
                "safetensors",
                20,
                List.of(Files.readAllBytes(Golden.path("tiny-bert/model.safetensors"))),
                (bytes, folder) -> SafetensorsFile.open(Files.write(folder.resolve("x.safetensors"), bytes))));
        models.add(new FuzzTarget(
                "pickle",
                4,
                List.of(Files.readAllBytes(model.resolve("pytorch_model.bin"))),
                (bytes, folder) -> SciMultCheckpoint.load(
                                Files.write(folder.resolve("x.ckpt"), bytes), model, "question")
                        .close()));
        for (String name : List.of("config.json", "tokenizer.json", "tokenizer_config.json", "vocab.txt")) {
            models.add(new FuzzTarget(
                    "model " + name, 3, List.of(Files.readAllBytes(model.resolve(name))), (bytes, folder) -> {
                        for (String file : List.of(
                                "config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")) {
                            Files.copy(model.resolve(file), folder.resolve(file));
                        }
                        if (name.equals("vocab.txt")) {
                            Files.delete(folder.resolve("tokenizer.json"));
                        }
                        Files.write(folder.resolve(name), bytes);
                        ModelFolder.load(folder).close();
                    }));
        }
        return models;
    }

    private static FuzzTarget settings() {
        byte[] seed = ConfigurationWriter.toYaml(TrainingConfig.defaults()).getBytes(UTF_8);
        return new FuzzTarget(
                "settings",
                10,
                List.of(seed),
                (bytes, folder) -> ConfigurationReader.read(
                        TrainingConfig.defaults(), Files.write(folder.resolve("x.yaml"), bytes), List.of()));
    }
}

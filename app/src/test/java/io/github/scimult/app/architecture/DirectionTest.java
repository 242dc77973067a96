package io.github.scimult.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.scimult.app.architecture.House.CLASSES;
import static io.github.scimult.app.architecture.House.PACKAGE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Imports point back toward the start of the road, and each foreign library is seen from one module. */
class DirectionTest {
    /** Module → those that may see it. */
    private static final Map<String, List<String>> SEEN_BY = Map.ofEntries(
            Map.entry(
                    "core",
                    List.of(
                            "exchange",
                            "evaluation",
                            "encoder",
                            "training",
                            "search",
                            "library",
                            "server",
                            "app",
                            "langchain4j",
                            "examples")),
            Map.entry("exchange", List.of("server", "app")),
            Map.entry("evaluation", List.of("training", "search", "app")),
            Map.entry("encoder", List.of("training", "library", "app")),
            Map.entry("training", List.of("library", "app", "examples")),
            Map.entry("search", List.of("library", "server", "app", "examples")),
            Map.entry("library", List.of("server", "langchain4j", "app", "examples")),
            Map.entry("server", List.of("app")),
            Map.entry("langchain4j", List.of()),
            Map.entry("examples", List.of()),
            Map.entry("app", List.of()));

    @Test
    void modulesSeeOnlyThoseBelowThem() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(PACKAGE + "..");
        for (String module : SEEN_BY.keySet()) {
            layers = layers.layer(module).definedBy(PACKAGE + "." + module + "..");
        }
        for (Map.Entry<String, List<String>> entry : SEEN_BY.entrySet()) {
            layers = entry.getValue().isEmpty()
                    ? layers.whereLayer(entry.getKey()).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(entry.getKey())
                            .mayOnlyBeAccessedByLayers(entry.getValue().toArray(String[]::new));
        }
        layers.ensureAllClassesAreContainedInArchitecture().check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(PACKAGE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyCoreSeesCompression() {
        onlyIn("core..", "com.github.luben..");
    }

    @Test
    void onlyExchangeSeesReadersOfForeignFormats() {
        onlyIn("exchange..", "javax.xml..", "org.eclipse.rdf4j..");
    }

    @Test
    void onlyEvaluationSeesTheLinearClassifier() {
        onlyIn("evaluation.classifier..", "de.bwaldvogel..");
    }

    @Test
    void onlyTheEncoderSeesTokenizersAndOnnxFiles() {
        onlyIn("encoder.tokenizer..", "ai.djl..");
        onlyIn("encoder..", "ai.onnx..", "org.tribuo..", "com.google.protobuf..");
    }

    @Test
    void onlyEncoderAndTrainingSeeTheTensorEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PACKAGE + ".encoder..", PACKAGE + ".training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..")
                .because("tensors are the business of encoder and training alone")
                .check(CLASSES);
    }

    @Test
    void onlySearchSeesLucene() {
        onlyIn("search..", "org.apache.lucene..");
    }

    @Test
    void onlyTheServerSeesHttp() {
        onlyIn("server..", "io.javalin..", "org.eclipse.jetty..", "io.micrometer..");
    }

    @Test
    void onlyTheAdapterSeesLangchain4j() {
        onlyIn("langchain4j..", "dev.langchain4j..");
    }

    @Test
    void onlyTheAppSeesTheLoggingLibrary() {
        onlyIn("app.logging..", "ch.qos.logback..");
    }

    @Test
    void onlyTheAppSeesTheCommandLineLibrary() {
        onlyIn("app..", "picocli..");
    }

    private static void onlyIn(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(PACKAGE + "." + home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because("it is the business of " + home + " alone")
                .check(CLASSES);
    }
}

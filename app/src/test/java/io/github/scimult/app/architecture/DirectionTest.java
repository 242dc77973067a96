package io.github.scimult.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.github.scimult.app.architecture.House.CLASSES;
import static io.github.scimult.app.architecture.House.PACKAGE;

import org.junit.jupiter.api.Test;

/** Imports point back toward the start of the road, and each foreign library is seen from one place. */
class DirectionTest {

    @Test
    void modulesPointFromTheAppThroughModelServerAndSearchToTheCore() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(PACKAGE + "..")
                .layer("core")
                .definedBy(PACKAGE + ".core..")
                .optionalLayer("model")
                .definedBy(PACKAGE + ".model..")
                .optionalLayer("search")
                .definedBy(PACKAGE + ".search..")
                .layer("library")
                .definedBy(PACKAGE + ".library..")
                .layer("server")
                .definedBy(PACKAGE + ".server..")
                .layer("app")
                .definedBy(PACKAGE + ".app..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("app", "library")
                .whereLayer("search")
                .mayOnlyBeAccessedByLayers("app", "library", "server")
                .whereLayer("library")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("app")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(PACKAGE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlySearchSeesLucene() {
        onlyIn("search..", "org.apache.lucene..");
    }

    @Test
    void onlyTheModelSeesTheTensorEngine() {
        onlyIn("model..", "org.bytedeco..");
    }

    @Test
    void onlyTheModelSeesOnnxFiles() {
        onlyIn("model..", "ai.onnx..", "org.tribuo..", "com.google.protobuf..");
    }

    @Test
    void onlyTheTextPackageSeesTheTokenizerLibrary() {
        onlyIn("core.text..", "ai.djl..");
    }

    @Test
    void onlyTheServerSeesHttp() {
        onlyIn("server..", "io.javalin..", "org.eclipse.jetty..", "io.micrometer..");
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

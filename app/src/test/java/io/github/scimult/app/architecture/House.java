package io.github.scimult.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product as the rules see it: its classes without the tests, and the source files of every module. */
final class House {

    static final String PACKAGE = "io.github.scimult";

    /** Every class of the product, tests left out but for their fixtures; read once. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location ->
                    isFixture(location) || !(location.contains("/test-classes/") || location.contains("-tests.jar")))
            .importPackages(PACKAGE);

    private House() {}

    /** Fixtures come as folders or as jars, depending on how far the build has got. */
    private static boolean isFixture(Location location) {
        return location.contains("/fixture/");
    }

    /** The folder that holds the modules: the nearest one above the working folder that has the Maven wrapper. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " holds mvnw");
    }

    /** Every Java file below the given folder of each module, such as {@code src/main/java}. */
    static List<Path> sources(String folder) {
        try (Stream<Path> modules = Files.list(root())) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(House::javaFiles)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of files, all together. */
    static long lines(List<Path> files) throws IOException {
        long sum = 0;
        for (Path file : files) {
            sum += Files.readAllLines(file).size();
        }
        return sum;
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

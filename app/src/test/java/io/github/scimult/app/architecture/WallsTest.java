package io.github.scimult.app.architecture;

import static io.github.scimult.app.architecture.House.CLASSES;
import static io.github.scimult.app.architecture.House.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.scimult.app.Main;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A package has an inner subject: it is small, and what it shows to others is used by others. */
class WallsTest {
    private static final int MAX_TYPES = 25;

    /** What programs on the JVM call: their caller is not in this project. */
    private static final List<String> API =
            List.of(PACKAGE + ".library", PACKAGE + ".langchain4j", PACKAGE + ".examples");

    @Test
    void noPackageHasMoreThanTwentyFiveTypes() {
        Map<String, Long> sizes = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes.entrySet().stream().filter(size -> size.getValue() > MAX_TYPES))
                .as("packages without an inner subject: divide them")
                .isEmpty();
    }

    @Test
    void noPublicTypeIsUsedByItsOwnPackageAlone() {
        assertThat(CLASSES.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(type -> !API.contains(type.getPackageName()))
                        .filter(type -> !type.getPackageName().endsWith(".fixture"))
                        // Lambdas implement it, which leaves no trace in their class.
                        .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
                        .filter(type -> !type.isEquivalentTo(Main.class))
                        // The logging library finds it by its name.
                        .filter(type -> !type.getName().endsWith(".logging.SilentLog"))
                        .filter(type -> type.getDirectDependenciesToSelf().stream()
                                .allMatch(use ->
                                        use.getOriginClass().getPackageName().equals(type.getPackageName())))
                        .filter(type -> !isUsedByAnotherPackagesNested(type))
                        .filter(type -> !isReturnedToOthers(type))
                        .map(JavaClass::getName)
                        .sorted())
                .as("types that should not be public")
                .isEmpty();
    }

    /** A caller elsewhere may take what a public method gives without naming its type. */
    private static boolean isReturnedToOthers(JavaClass type) {
        return CLASSES.stream()
                .filter(other -> !other.equals(type) && other.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(other -> other.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(method ->
                        method.getReturnType().getAllInvolvedRawTypes().contains(type));
    }

    /** Members of a public type, its nested types, count as uses of it. */
    private static boolean isUsedByAnotherPackagesNested(JavaClass type) {
        return CLASSES.stream()
                .filter(nested -> nested.getName().startsWith(type.getName() + "$"))
                .anyMatch(nested -> nested.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName())));
    }
}

package io.github.scimult.app.architecture;

import static io.github.scimult.app.architecture.House.CLASSES;
import static io.github.scimult.app.architecture.House.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whoever makes an object can tell its values apart: more than five in a row stand in one place of the program alone, the one that
 * makes all such objects, or in the object's own file behind names. Others group them, or ask a method that says what it makes.
 */
class ConstructionTest {
    private static final int MAX_VALUES = 5;

    @Test
    void anObjectOfMoreThanFiveValuesIsMadeInOnePlaceAlone() {
        Map<String, List<String>> places = CLASSES.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(ConstructionTest::hasTooManyValues)
                .filter(call -> !file(call.getOriginOwner()).equals(file(call.getTargetOwner())))
                .collect(Collectors.groupingBy(
                        call -> call.getTargetOwner().getName(),
                        TreeMap::new,
                        Collectors.mapping(ConstructionTest::place, Collectors.toList())));
        assertThat(places).as("the check sees them").hasSizeGreaterThan(5);
        assertThat(places.entrySet().stream().filter(made -> made.getValue().size() > 1))
                .as("group the values, or let a method name what is made")
                .isEmpty();
    }

    private static boolean hasTooManyValues(JavaConstructorCall call) {
        return call.getTargetOwner().getPackageName().startsWith(PACKAGE)
                && call.getTarget().getRawParameterTypes().size() > MAX_VALUES;
    }

    private static String place(JavaConstructorCall call) {
        return call.getOriginOwner().getSimpleName() + ":" + call.getLineNumber();
    }

    /** The top-level type of a class's source file. */
    private static String file(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }
}

package io.github.scimult.app.architecture;

import static io.github.scimult.app.architecture.House.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.scimult.core.embedding.TextEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever implements a port is held to its contract. */
class PortsTest {
    @Test
    void everyEncoderOfTheProgramPassesTheContractOfEncoders() throws IOException {
        List<String> encoders = CLASSES.stream()
                .filter(type -> type.isAssignableTo(TextEncoder.class) && !type.isInterface())
                .filter(type -> !type.getPackageName().endsWith(".fixture"))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(encoders).contains("LibtorchEncoder", "BatchingEncoder");
        List<String> held = testsThatMention("extends TextEncoderContract");
        for (String encoder : encoders) {
            assertThat(held)
                    .as("let a test of " + encoder + " extend TextEncoderContract")
                    .anyMatch(test -> test.startsWith(encoder));
        }
    }

    private static List<String> testsThatMention(String text) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : House.sources("src/test/java")) {
            if (Files.readString(file).contains(text)) {
                names.add(file.getFileName().toString());
            }
        }
        return names;
    }
}

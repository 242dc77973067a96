package io.github.scimult.core.configuration;

import static io.github.scimult.core.configuration.Kitchen.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.configuration.Kitchen.Chair;
import io.github.scimult.core.configuration.Kitchen.Guest;
import io.github.scimult.core.configuration.Kitchen.Mood;
import io.github.scimult.core.configuration.Kitchen.Oven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWriterTest {

    @TempDir
    Path folder;

    @Test
    void theYamlIsWhatAPersonWouldWrite() {
        Kitchen kitchen = new Kitchen(
                3,
                12_000_000_000L,
                false,
                "big",
                Mood.IN_BATCH,
                Path.of("/data/my folder"),
                null,
                Optional.of(0.5),
                new Oven(3e-5, 100),
                List.of("link", "true", ""),
                List.of(new Guest("Ada: first", 36, Optional.empty(), new Chair(4, true))),
                Map.of("vis/link", 2.0),
                Map.of());
        assertThat(ConfigurationWriter.toYaml(kitchen)).isEqualTo("""
                seed: 3
                tokens: 12000000000
                open: false
                name: big
                mood: in-batch
                folder: /data/my folder
                seats: null
                share: 0.5
                oven:
                  learningRate: 3.0E-5
                  warmupSteps: 100
                tasks: [link, "true", ""]
                guests:
                  - name: "Ada: first"
                    age: 36
                    wish: null
                    chair:
                      legs: 4
                      arms: true
                weights:
                  vis/link: 2.0
                ovens: {}
                """);
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Kitchen kitchen = any(random);
            Path file = Files.writeString(folder.resolve("kitchen.yaml"), ConfigurationWriter.toYaml(kitchen));
            Kitchen emptied = new Kitchen(
                    0,
                    0,
                    false,
                    "",
                    Mood.QUIET,
                    Path.of("x"),
                    2,
                    Optional.of(9.0),
                    kitchen.oven(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    Map.of());
            assertThat(ConfigurationReader.read(emptied, file, List.of())).isEqualTo(kitchen);
        }
    }

    @Test
    void theManifestIsReadBackEqual() throws IOException {
        Random random = new Random(6);
        for (int round = 0; round < 50; round++) {
            Kitchen kitchen = any(random);
            String json = ConfigurationWriter.toJsonNode(kitchen).toString();
            assertThat(ConfigurationReader.readBack(DEFAULTS, new ObjectMapper().readTree(json), "manifest.json"))
                    .isEqualTo(kitchen);
        }
    }

    private static Kitchen any(Random random) {
        return new Kitchen(
                random.nextInt(),
                random.nextLong(),
                random.nextBoolean(),
                text(random),
                Mood.values()[random.nextInt(2)],
                Path.of("a b/" + random.nextInt(100)),
                random.nextBoolean() ? null : 3,
                random.nextBoolean() ? Optional.empty() : Optional.of(number(random)),
                new Oven(random.nextDouble(1e-9, 1), random.nextInt()),
                random.ints(random.nextInt(4)).mapToObj(any -> text(random)).toList(),
                random.ints(random.nextInt(3)).mapToObj(any -> guest(random)).toList(),
                random.ints(random.nextInt(3))
                        .boxed()
                        .collect(Collectors.toMap(n -> n + text(random), n -> number(random))),
                Map.of(text(random), new Oven(0.5, 1)));
    }

    private static double number(Random random) {
        return Double.longBitsToDouble(random.nextLong() & 0xBFFF_FFFF_FFFF_FFFFL);
    }

    private static Guest guest(Random random) {
        Optional<String> wish = random.nextBoolean() ? Optional.empty() : Optional.of(text(random));
        return new Guest(text(random), random.nextInt(), wish, new Chair(random.nextInt(), random.nextBoolean()));
    }

    /** Letters, digits, and all that means something in YAML. */
    private static String text(Random random) {
        String characters =
                "abcNull0123456789 .,:;-_#\"'\\/*&!|>%@`?~={}[]\n\r\t\u0001\u007F\u0085\u00A0\u2028\uFEFFäλ中";
        String text = random.ints(random.nextInt(12), 0, characters.length())
                .mapToObj(i -> String.valueOf(characters.charAt(i)))
                .collect(Collectors.joining());
        return random.nextInt(5) == 0
                ? List.of("null", "true", "no", "😀", "3e5", "0x1F", "1:30").get(random.nextInt(7))
                : text;
    }
}

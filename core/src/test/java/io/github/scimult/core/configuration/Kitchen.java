package io.github.scimult.core.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A configuration with a component of every kind. */
record Kitchen(
        int seed,
        long tokens,
        boolean open,
        String name,
        Mood mood,
        Path folder,
        Integer seats,
        Optional<Double> share,
        Oven oven,
        List<String> tasks,
        List<Guest> guests,
        Map<String, Double> weights,
        Map<String, Oven> ovens) {

    static final Kitchen DEFAULTS = new Kitchen(
            1,
            8_000_000_000L,
            true,
            "small",
            Mood.IN_BATCH,
            Path.of("kitchen"),
            null,
            Optional.empty(),
            new Oven(3e-5, 100),
            List.of("link"),
            List.of(),
            Map.of("link", 1.0),
            Map.of());

    Kitchen {
        Objects.requireNonNull(name, "name");
        if (seats != null && seats > 4 && name.equals("small")) {
            throw new IllegalArgumentException("a small kitchen has no " + seats + " seats");
        }
    }

    enum Mood {
        IN_BATCH,
        QUIET
    }

    record Oven(double learningRate, int warmupSteps) {
        Oven {
            if (!(learningRate > 0 && learningRate < 1)) {
                throw new IllegalArgumentException("learningRate must lie between 0 and 1, is " + learningRate);
            }
        }
    }

    record Guest(String name, int age, Optional<String> wish, Chair chair) {}

    record Chair(int legs, boolean arms) {
        Chair() {
            this(4, false);
        }
    }
}

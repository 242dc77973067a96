package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.architecture.Architecture;
import io.github.scimult.encoder.nn.bert.Bert;
import io.github.scimult.encoder.nn.layer.ArchitectureFamily;
import io.github.scimult.encoder.nn.roberta.Roberta;
import java.util.List;
import java.util.Optional;

/** The kinds of encoders that there are: one line for each. */
public final class Architectures {
    private static final List<ArchitectureFamily> ALL = List.of(new Bert(), new Roberta());

    private Architectures() {}

    /** The kind that a {@code config.json} names; empty if it is not supported. */
    public static Optional<ArchitectureFamily> named(String type) {
        return ALL.stream().filter(family -> family.type().equals(type)).findFirst();
    }

    /** The kind of an architecture. */
    public static ArchitectureFamily of(Architecture architecture) {
        return named(architecture.type())
                .orElseThrow(() -> new IllegalStateException("no such kind of encoder: " + architecture.type()));
    }

    /** What {@code model_type} may be. */
    public static List<String> types() {
        return ALL.stream().map(ArchitectureFamily::type).toList();
    }
}

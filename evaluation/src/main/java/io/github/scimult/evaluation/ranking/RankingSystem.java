package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.retrieval.LexicalIndexer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One row of a report: something that scores all candidates for a query. */
public sealed interface RankingSystem {
    /** The name of the untrained base model, or of another model that takes its place, among the systems of an evaluation. */
    String BASELINE = "baseline";

    /** The kind of an {@link Encoder}. */
    String ENCODER = "encoder";

    /** The kind of a {@link Lexical} system. */
    String LEXICAL = "lexical";

    /** What it is called in reports and run files; unique among the systems of an evaluation. */
    String name();

    /** Whether the other systems are compared to it. */
    boolean reference();

    /** What kind of system it is, as reports name it. */
    default String kind() {
        return switch (this) {
            case Encoder _ -> ENCODER;
            case Lexical _ -> LEXICAL;
            case Retriever _ -> "retriever";
            case Fused _ -> "fused";
        };
    }

    /** A model; the caller closes it. */
    record Encoder(String name, TextEncoder encoder, boolean reference) implements RankingSystem {}

    /** A lexical scorer. */
    record Lexical(String name, LexicalIndexer indexer, boolean reference) implements RankingSystem {}

    /** Something that finds candidates by itself; the caller closes it. */
    record Retriever(String name, CandidateRetriever retriever, boolean reference) implements RankingSystem {}

    /**
     * An encoder and a lexical system together.
     *
     * @param encoder name of an {@link Encoder} of the same evaluation
     * @param lexical name of a {@link Lexical} of the same evaluation
     */
    record Fused(String name, String encoder, String lexical) implements RankingSystem {
        @Override
        public boolean reference() {
            return false;
        }
    }

    /**
     * The default table: baseline, BM25, the trained model, and the trained model with BM25; all compared to the first two.
     */
    static List<RankingSystem> baseAndTrained(TextEncoder base, LexicalIndexer bm25, TextEncoder trained) {
        return baseAndModel(base, bm25, "trained", trained);
    }

    /** The same for a model that may have been trained elsewhere. @param name of its row */
    static List<RankingSystem> baseAndModel(TextEncoder base, LexicalIndexer bm25, String name, TextEncoder model) {
        return List.of(
                new Encoder(BASELINE, base, true),
                new Lexical("BM25", bm25, true),
                new Encoder(name, model, false),
                new Fused(name + " + BM25", name, "BM25"));
    }

    /**
     * Checks that names are unique and that fused systems find their parts.
     *
     * @throws IllegalArgumentException if not, or if there is no system
     */
    static void requireSound(List<RankingSystem> systems) {
        if (systems.isEmpty()) {
            throw new IllegalArgumentException("an evaluation needs a system to evaluate");
        }
        Set<String> names = new HashSet<>();
        for (RankingSystem system : systems) {
            if (system.name().isBlank() || !names.add(system.name())) {
                throw new IllegalArgumentException(
                        "the systems of an evaluation need names, each its own; twice or blank: '" + system.name()
                                + "'");
            }
        }
        for (RankingSystem system : systems) {
            if (system instanceof Fused fused) {
                requirePart(systems, fused, fused.encoder(), ENCODER);
                requirePart(systems, fused, fused.lexical(), LEXICAL);
            }
        }
    }

    private static void requirePart(List<RankingSystem> systems, Fused fused, String part, String kind) {
        if (systems.stream()
                .noneMatch(system -> system.kind().equals(kind) && system.name().equals(part))) {
            throw new IllegalArgumentException("the fusion '" + fused.name() + "' names '" + part + "', which is no "
                    + kind + " of this evaluation");
        }
    }
}

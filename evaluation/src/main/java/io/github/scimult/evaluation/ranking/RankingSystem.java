package io.github.scimult.evaluation.ranking;

import io.github.scimult.core.embedding.TextEncoder;
import io.github.scimult.core.retrieval.LexicalIndexer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One row of a report: something that scores all candidates for a query. */
public sealed interface RankingSystem {
    /** The name of the untrained base model, or of another model that takes its place, among the systems of an evaluation. */
    String BASELINE = "baseline";

    /** The name of the lexical system in the tables that are made here. */
    String BM25 = "BM25";

    /** The kind of an {@link Encoder}. */
    String ENCODER = "encoder";

    /** The kind of a {@link Lexical} system. */
    String LEXICAL = "lexical";

    /** What it is called in reports and run files; unique among the systems of an evaluation. */
    String name();

    /** Whether the other systems are compared to it. */
    boolean reference();

    /** Whether it is a model that is compared with a reference. */
    default boolean isComparedModel() {
        return isComparedModel(kind(), reference());
    }

    /** The same of a row of a report. */
    static boolean isComparedModel(String kind, boolean reference) {
        return kind.equals(ENCODER) && !reference;
    }

    /** What kind of system it is, as reports name it. */
    default String kind() {
        return switch (this) {
            case Encoder _ -> ENCODER;
            case Lexical _ -> LEXICAL;
            case Retriever _ -> "retriever";
            case Fused _ -> "fused";
        };
    }

    /** The same system as a reference or not. */
    default RankingSystem withReference(boolean reference) {
        return switch (this) {
            case Encoder(String name, TextEncoder encoder, boolean _) -> new Encoder(name, encoder, reference);
            case Lexical(String name, LexicalIndexer indexer, boolean _) -> new Lexical(name, indexer, reference);
            case Retriever(String name, CandidateRetriever retriever, boolean _) ->
                new Retriever(name, retriever, reference);
            case Fused(String name, String encoder, String lexical, boolean _) ->
                new Fused(name, encoder, lexical, reference);
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
    record Fused(String name, String encoder, String lexical, boolean reference) implements RankingSystem {
        /** One that the others are not compared to. */
        public Fused(String name, String encoder, String lexical) {
            this(name, encoder, lexical, false);
        }
    }

    /**
     * The default table: baseline, BM25, both together, the trained model, and the trained model with BM25; all compared to the first
     * two.
     */
    static List<RankingSystem> baseAndTrained(TextEncoder base, LexicalIndexer bm25, TextEncoder trained) {
        return baseAndModels(base, bm25, List.of(new Encoder("trained", trained, false)));
    }

    /** The same for any number of models, each under its name. */
    static List<RankingSystem> baseAndModels(TextEncoder base, LexicalIndexer bm25, List<Encoder> models) {
        List<RankingSystem> systems = new ArrayList<>();
        systems.add(new Encoder(BASELINE, base, true));
        systems.add(new Lexical(BM25, bm25, true));
        systems.add(new Fused(BASELINE + " + " + BM25, BASELINE, BM25));
        for (Encoder model : models) {
            systems.add(model);
            systems.add(new Fused(model.name() + " + " + BM25, model.name(), BM25));
        }
        return List.copyOf(systems);
    }

    /** Whether more than one model is compared with a reference: then some would differ by chance alone. */
    static boolean areSeveralModels(List<RankingSystem> systems) {
        return systems.stream().filter(RankingSystem::isComparedModel).count() > 1;
    }

    /** The same rows, all compared to one of them alone. @throws IllegalArgumentException if there is none of the name */
    static List<RankingSystem> comparedTo(String name, List<RankingSystem> systems) {
        if (systems.stream().noneMatch(system -> system.name().equals(name))) {
            throw new IllegalArgumentException("no system '" + name + "' to compare with; there are: "
                    + String.join(
                            ", ", systems.stream().map(RankingSystem::name).toList()));
        }
        return systems.stream()
                .map(system -> system.withReference(system.name().equals(name)))
                .toList();
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

package io.github.scimult.encoder.checkpoint.torch;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Walks through what a pickle made. */
final class Plain {
    /** Deeper than any file of weights; a list may hold itself. */
    private static final int DEEPEST = 100;

    private final Consumer<TensorReference> tensors;
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();

    private Plain(Consumer<TensorReference> tensors) {
        this.tensors = tensors;
    }

    /** Shows every tensor once for each list or map that holds it. */
    static void walk(Object value, Consumer<TensorReference> tensors) {
        new Plain(tensors).visit(value, 0);
    }

    private void visit(Object value, int depth) {
        requireShallow(depth);
        if (value instanceof TensorReference tensor) {
            tensors.accept(tensor);
        } else if (value instanceof Map<?, ?> map && seen.put(value, true) == null) {
            map.values().forEach(inner -> visit(inner, depth + 1));
        } else if (value instanceof List<?> list && seen.put(value, true) == null) {
            list.forEach(inner -> visit(inner, depth + 1));
        }
    }

    static void requireShallow(int depth) {
        if (depth > DEEPEST) {
            throw new RefusedPickleException("it is damaged: lists within lists, more than " + DEEPEST + " deep");
        }
    }
}

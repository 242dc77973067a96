package io.github.scimult.encoder.checkpoint.torch;

import java.util.Set;

/**
 * Something of a Python module that a pickle names: a class or a function. It is only ever a name here.
 *
 * @param module such as {@code torch._utils}
 * @param name such as {@code _rebuild_tensor_v2}
 */
record GlobalName(String module, String name) {
    private static final Set<String> DICTIONARIES = Set.of("collections.OrderedDict", "collections.defaultdict");

    /** Whether calling it makes a dictionary. */
    boolean makesDictionary() {
        return DICTIONARIES.contains(toString());
    }

    /** Whether it is a class of the settings that DPR's trainer puts into its files; kept as plain data. */
    boolean isSettings() {
        return module.equals("omegaconf") || module.startsWith("omegaconf.");
    }

    @Override
    public String toString() {
        return module + "." + name;
    }
}

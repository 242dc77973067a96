package io.github.scimult.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What tests have in common that train on one small collection, each run in a folder of its own. */
abstract class OnTinyCollection {
    static final int ALL = Integer.MAX_VALUE;

    @TempDir
    static Path shared;

    static Path collection;

    @TempDir
    Path temporary;

    @BeforeAll
    static void generate() throws IOException {
        collection = TinyRun.collection(shared.resolve("papers"), 40);
    }

    TinyRun tinyRun(String name, String... settings) throws IOException {
        return new TinyRun(temporary.resolve(name), collection, settings);
    }

    /** @param more stand above the common ones */
    TinyRun tinyRun(String name, List<String> common, String... more) throws IOException {
        List<String> all = new ArrayList<>(common);
        all.addAll(List.of(more));
        return tinyRun(name, all.toArray(String[]::new));
    }

    /** Trains one run to its end and stops the other on the way: both must end with the same bits. */
    static void endTheSame(TinyRun whole, TinyRun parts, int stop) throws IOException {
        assertThat(whole.start(ALL)).isTrue();
        assertThat(parts.start(stop)).isFalse();
        assertThat(parts.resume(ALL)).isTrue();
        assertThat(parts.result()).isEqualTo(whole.result());
    }
}

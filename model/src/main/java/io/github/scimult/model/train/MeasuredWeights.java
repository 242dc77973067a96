package io.github.scimult.model.train;

import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.text.TextTokenizer;
import io.github.scimult.model.checkpoint.EncoderWeights;
import io.github.scimult.model.checkpoint.ModelFolder;
import io.github.scimult.model.nn.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The weights of the last measurements of a run, a model folder each, named by their steps.
 *
 * @param folder where they are; there once one was kept
 */
record MeasuredWeights(Path folder) {
    /**
     * Keeps the weights of a measurement, and of those before it only the last ones.
     *
     * @param most how many are kept
     */
    void keep(long step, int most, Encoder encoder, TextTokenizer tokenizer) throws IOException {
        AtomicFolder.write(
                folder.resolve("%08d".formatted(step)),
                into -> ModelFolder.write(into, encoder.config(), EncoderWeights.arrays(encoder), tokenizer));
        List<Path> all = all();
        for (Path old : all.subList(0, Math.max(0, all.size() - most))) {
            AtomicFolder.delete(old);
        }
    }

    /** All that are kept, oldest first. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> one.getFileName().toString().matches("\\d+"))
                    .sorted()
                    .toList();
        }
    }
}

package io.github.scimult.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench/fuzz.sh} tries many more. */
class FuzzTest {
    private static final String COUNT = "scimult.fuzz.count";
    private static final String FIRST = "scimult.fuzz.first";

    @Test
    void damagedFilesAreReadOrRefusedInWordsInTimeAndLeaveNothingHalfWritten(@TempDir Path folder) throws IOException {
        Fuzzing fuzzing = new Fuzzing(folder);
        fuzzing.run(Long.getLong(FIRST, 0), Long.getLong(COUNT, 2000));
        if (System.getProperty(COUNT) != null) {
            System.out.println(fuzzing.report());
        }
        assertThat(fuzzing.faults()).isEmpty();
    }
}

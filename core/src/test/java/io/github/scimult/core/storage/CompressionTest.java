package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionTest {
    @TempDir
    private Path folder;

    private String content(Path file) throws IOException {
        try (InputStream in = Compression.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFileIsUnpackedByWhatIsInItWhateverItsName() throws IOException {
        Path plain = Files.writeString(folder.resolve("named.gz"), "not packed");
        assertThat(content(plain)).isEqualTo("not packed");
        Path packed = folder.resolve("named.txt");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("packed".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(content(packed)).isEqualTo("packed");
        assertThat(content(Files.createFile(folder.resolve("empty.zst")))).isEmpty();
    }

    @Test
    void otherArchivesAreRefusedWithTheirName() throws IOException {
        Path bzip = Files.writeString(folder.resolve("a.bib"), "BZh91AY&SY");
        assertThatThrownBy(() -> content(bzip))
                .isInstanceOf(BadDataException.class)
                .hasMessageContainingAll("a.bib", "bzip2", "gzip");
        Path zip = Files.writeString(folder.resolve("b.bib"), "PK\u0003\u0004rest");
        assertThatThrownBy(() -> content(zip)).hasMessageContaining("ZIP");
        Path pdf = Files.writeString(folder.resolve("c.bib"), "%PDF-1.7 rest");
        assertThatThrownBy(() -> content(pdf)).hasMessageContaining("PDF");
    }
}

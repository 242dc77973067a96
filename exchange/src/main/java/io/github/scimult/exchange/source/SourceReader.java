package io.github.scimult.exchange.source;

import io.github.scimult.core.storage.Compression;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of any size as characters from front to end, in the encoding that they say or show. */
public final class SourceReader {
    private static final int SAMPLE_BYTES = 4096;
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private SourceReader() {}

    /** Opens a file, packed or not; bytes that stand for no character become U+FFFD. */
    public static Reader open(Path file) throws IOException {
        return open(file, CodingErrorAction.REPLACE);
    }

    /** The same, but bytes that stand for no character fail as a {@link java.nio.charset.CharacterCodingException}. */
    public static Reader openStrictly(Path file) throws IOException {
        return open(file, CodingErrorAction.REPORT);
    }

    private static Reader open(Path file, CodingErrorAction onMalformed) throws IOException {
        InputStream content = new BufferedInputStream(Compression.open(file), 1 << 16);
        try {
            content.mark(SAMPLE_BYTES);
            byte[] begin = content.readNBytes(SAMPLE_BYTES);
            content.reset();
            Encoding encoding = Encoding.of(begin);
            content.skipNBytes(encoding.start());
            Charset charset = encoding.charset() == null ? declared(begin) : encoding.charset();
            return new InputStreamReader(
                    content, charset.newDecoder().onMalformedInput(onMalformed).onUnmappableCharacter(onMalformed));
        } catch (IOException failure) {
            content.close();
            throw Compression.damage(file, failure).orElseThrow(() -> failure);
        } catch (RuntimeException failure) {
            content.close();
            throw failure;
        }
    }

    private static Charset declared(byte[] begin) {
        Matcher declared = DECLARED.matcher(new String(begin, StandardCharsets.ISO_8859_1));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}

package io.github.scimult.core.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text from bytes that must be UTF-8: {@code new String} would put a question mark in place of what is not. */
public final class StrictText {
    private StrictText() {}

    public static CharBuffer decode(byte[] bytes, int from, int to) throws DefectiveLine {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new DefectiveLine(
                    Defect.NOT_UTF8,
                    String.format(
                            "byte %d of the line (0x%02X) is not UTF-8. Save the file in UTF-8.",
                            in.position() - from + 1, in.get(in.position())));
        }
        return out.flip();
    }
}

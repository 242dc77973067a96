package io.github.scimult.encoder.tokenizer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** Tokenises texts block by block, each block on all cores, and writes a {@link TokenStore}'s file. */
final class TokenStoreWriter {
    private static final int BLOCK = 8192;
    private static final int VOCABULARY_OF_TWO_BYTES = 1 << 16;

    private final FileChannel channel;
    private final TokenSource source;
    private final TokenStore.Progress progress;
    private final int width;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    TokenStoreWriter(FileChannel channel, TokenSource source, TokenStore.Progress progress) {
        this.channel = channel;
        this.source = source;
        this.progress = progress;
        this.width = source.tokenizer().vocabularySize() <= VOCABULARY_OF_TWO_BYTES ? Short.BYTES : Integer.BYTES;
    }

    void write() throws IOException {
        buffer.put(new byte[TokenStore.HEADER_BYTES]);
        long[] offsets = new long[source.size() + 1];
        for (int begin = 0; begin < source.size(); begin += BLOCK) {
            int end = Math.min(source.size(), begin + BLOCK);
            int[][] block =
                    IntStream.range(begin, end).parallel().mapToObj(source::ids).toArray(int[][]::new);
            for (int row = begin; row < end; row++) {
                int[] ids = block[row - begin];
                offsets[row + 1] = offsets[row] + ids.length;
                writeIds(ids);
            }
            progress.report(end, source.size());
        }
        long total = offsets[source.size()];
        long end = TokenStore.HEADER_BYTES + total * width;
        buffer.put(new byte[(int) (TokenStore.offsetsBegin(total, width) - end)]);
        for (long offset : offsets) {
            makeRoom(Long.BYTES);
            buffer.putLong(offset);
        }
        flush();
        writeHeader(total);
    }

    private void writeIds(int[] ids) throws IOException {
        for (int id : ids) {
            makeRoom(width);
            if (width == Short.BYTES) {
                buffer.putShort((short) id);
            } else {
                buffer.putInt(id);
            }
        }
    }

    private void writeHeader(long total) throws IOException {
        channel.position(0);
        buffer.put(TokenStore.MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        buffer.put(HexFormat.of().parseHex(source.fingerprint()));
        buffer.putLong(source.size()).putLong(total).putLong(width);
        flush();
    }

    private void makeRoom(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}

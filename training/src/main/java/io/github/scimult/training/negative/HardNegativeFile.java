package io.github.scimult.training.negative;

import io.github.scimult.core.storage.AtomicFile;
import io.github.scimult.core.storage.BadDataException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** Neighbours on disk, since the weights that they were searched with are gone when a run resumes: numbers, then their CRC. */
public final class HardNegativeFile {
    private HardNegativeFile() {}

    public static void write(Path file, MinedHardNegatives neighbours) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, into -> {
            CheckedOutputStream checked = new CheckedOutputStream(new BufferedOutputStream(into), new CRC32());
            DataOutputStream data = new DataOutputStream(checked);
            data.writeInt(neighbours.rows().length);
            for (int[] rows : neighbours.rows()) {
                data.writeInt(rows.length);
                for (int row : rows) {
                    data.writeInt(row);
                }
            }
            data.writeLong(checked.getChecksum().getValue());
            data.flush();
        });
    }

    /** @throws BadDataException if the file is not what was written for so many queries */
    public static MinedHardNegatives read(Path file, int queries) throws IOException {
        CheckedInputStream checked =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32());
        try (DataInputStream data = new DataInputStream(checked)) {
            require(data.readInt() == queries, file);
            int[][] all = new int[queries][];
            for (int query = 0; query < queries; query++) {
                int length = data.readInt();
                require(length >= 0 && 4L * length <= Files.size(file), file);
                all[query] = new int[length];
                for (int place = 0; place < length; place++) {
                    all[query][place] = data.readInt();
                }
            }
            long sum = checked.getChecksum().getValue();
            require(data.readLong() == sum, file);
            return new MinedHardNegatives(all);
        } catch (java.io.EOFException ended) {
            throw damaged(file);
        }
    }

    private static void require(boolean holds, Path file) {
        if (!holds) {
            throw damaged(file);
        }
    }

    private static BadDataException damaged(Path file) {
        return BadDataException.in(file, "is damaged: start the training anew.");
    }
}

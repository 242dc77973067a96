package io.github.scimult.core.embedding;

import io.github.scimult.core.storage.BadDataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file: the bytes {@code \x93NUMPY}, two bytes of version, the length of the rest (two bytes,
 * four from version 2 on, little-endian), then a Python dictionary such as {@code {'descr': '<f4', 'fortran_order': False,
 * 'shape': (3, 384), }}, blanks and a line feed.
 *
 * @param rows the array's first dimension
 * @param columns its second
 * @param bytes the header's own length: where the numbers begin
 */
record NumpyFormat(int rows, int columns, int bytes) {
    /** What a writer leaves room for: enough for any shape, and a multiple of 64 as the format wants it. */
    static final int WRITTEN_BYTES = 128;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    /**
     * Reads a header.
     *
     * @param start the file's first bytes, the whole header among them if the file has it whole
     * @throws BadDataException if it is no array of 32-bit floats in rows and columns
     */
    static NumpyFormat parse(ByteBuffer start, Path file) {
        start.order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length];
        if (start.remaining() < 12) {
            throw BadDataException.in(file, "no .npy file, or cut short: " + start.remaining() + " bytes");
        }
        start.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw BadDataException.in(file, "no .npy file: it does not begin with the bytes \\x93NUMPY");
        }
        boolean short1 = start.get() == 1;
        start.get();
        int length = short1 ? Short.toUnsignedInt(start.getShort()) : start.getInt();
        if (length < 0 || length > start.remaining()) {
            throw BadDataException.in(
                    file,
                    "cut short: its header has " + length + " bytes, of which " + start.remaining() + " are there");
        }
        byte[] text = new byte[length];
        start.get(text);
        return ofDictionary(new String(text, StandardCharsets.UTF_8), start.position(), file);
    }

    private static NumpyFormat ofDictionary(String dictionary, int bytes, Path file) {
        String type = found(TYPE, dictionary, "descr", file);
        String fortran = found(ORDER, dictionary, "fortran_order", file);
        String[] shape = found(SHAPE, dictionary, "shape", file).split("\\s*,\\s*");
        if (!type.equals("<f4") || fortran.equals("True") || shape.length != 2) {
            throw BadDataException.in(
                    file,
                    "holds an array of type " + type + ", shape " + Arrays.toString(shape)
                            + ", fortran_order " + fortran
                            + "; expected 32-bit floats ('<f4') of two dimensions, row by row: "
                            + "numpy.save(file, numpy.ascontiguousarray(array, dtype='<f4'))");
        }
        try {
            return new NumpyFormat(Integer.parseInt(shape[0].strip()), Integer.parseInt(shape[1].strip()), bytes);
        } catch (NumberFormatException e) {
            throw new BadDataException(file + ": its shape " + Arrays.toString(shape) + " is not readable", e);
        }
    }

    private static String found(Pattern pattern, String dictionary, String key, Path file) {
        Matcher matcher = pattern.matcher(dictionary);
        if (!matcher.find()) {
            throw BadDataException.in(file, "its header has no readable '" + key + "': " + dictionary.strip());
        }
        return matcher.group(1);
    }

    /** The header's {@value #WRITTEN_BYTES} bytes. */
    static byte[] write(int rows, int columns) {
        String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        byte[] header = new byte[WRITTEN_BYTES];
        Arrays.fill(header, (byte) ' ');
        ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (WRITTEN_BYTES - 10));
        buffer.put(dictionary.getBytes(StandardCharsets.US_ASCII));
        header[WRITTEN_BYTES - 1] = '\n';
        return header;
    }
}

package io.github.scimult.core.collection;

/**
 * Some whole lines of a file, copied out of it.
 *
 * @param start where the first of them begins in the file
 * @param bytes the lines with their ends; the file's last line may lack its own
 */
record LineChunk(long start, byte[] bytes) {
    /** What is done with a line. */
    @FunctionalInterface
    interface LineVisitor {
        /**
         * @param bytes holds the line
         * @param from where it begins
         * @param to behind its last character
         */
        void visit(byte[] bytes, int from, int to);
    }

    /** Visits the lines, without their ends; blank ones, and a byte-order mark before the first, are passed over. */
    void forEachLine(LineVisitor visitor) {
        int from = start == 0 && startsWithByteOrderMark() ? 3 : 0;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
            if (!isBlank(from, to)) {
                visitor.visit(bytes, from, to);
            }
            from = end + 1;
        }
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private boolean startsWithByteOrderMark() {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}

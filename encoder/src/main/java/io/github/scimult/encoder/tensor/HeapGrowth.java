package io.github.scimult.encoder.tensor;

/**
 * Gives freed memory back to the kernel once much of it has gathered: batches of many lengths leave gaps of many sizes, which the next
 * batch does not fit into. After each batch it would cost time. Safe for use by many threads.
 */
public final class HeapGrowth {
    private static final long LIMIT_BYTES = 1L << 28;

    private long resident = NativeHeap.residentBytes();

    /** Trims the heap if the process's resident memory has grown by more than 256 MiB since it was trimmed last. */
    public synchronized void bound() {
        if (NativeHeap.residentBytes() > resident + LIMIT_BYTES) {
            NativeHeap.trim();
            resident = NativeHeap.residentBytes();
        }
    }
}

package io.github.scimult.encoder.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The C library's heap, which holds all tensors. */
public final class NativeHeap {
    private static final Optional<MethodHandle> TRIM = Linker.nativeLinker()
            .defaultLookup()
            .find("malloc_trim")
            .map(function -> Linker.nativeLinker()
                    .downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));

    private static final Path STATUS = Path.of("/proc/self/status");

    private NativeHeap() {}

    /**
     * Gives freed pages back to the kernel. The launcher has glibc keep them, since the next training step wants them again; but
     * what comes after training is evaluation, whose tensors have other sizes and would lie beside the freed ones. Costs some
     * milliseconds, and later page faults. Does nothing where the C library isn't glibc.
     */
    public static void trim() {
        TRIM.ifPresent(NativeHeap::call);
    }

    /** The process's resident memory in bytes; 0 where the system is not Linux, and does not tell. */
    public static long residentBytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException unknown) {
            return 0;
        }
    }

    private static void call(MethodHandle trim) {
        try {
            int given = (int) trim.invokeExact(0L);
            assert given == 0 || given == 1;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("malloc_trim declares no exceptions", e);
        }
    }
}

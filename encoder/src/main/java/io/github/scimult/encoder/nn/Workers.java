package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.tensor.Libtorch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.PointerScope;

/**
 * Threads that compute side by side, each on texts of its own and alone: libtorch divides nothing any further. Dividing the
 * texts instead of each product leaves no part of the work to a single core, and no thread waits for another after every
 * operation, which costs most where other programs run too.
 *
 * <p>Worker i is the same thread throughout the process, so that what it opens in one call it may close in another.
 */
public final class Workers {
    private static final List<ExecutorService> THREADS = new ArrayList<>();

    private final List<ExecutorService> threads;

    private Workers(List<ExecutorService> threads) {
        this.threads = threads;
    }

    /** The first {@code count} workers of the process. */
    public static Workers of(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one worker, not " + count);
        }
        Libtorch.prepare();
        synchronized (THREADS) {
            while (THREADS.size() < count) {
                THREADS.add(thread(THREADS.size()));
            }
            return new Workers(List.copyOf(THREADS.subList(0, count)));
        }
    }

    private static ExecutorService thread(int number) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(
                    () -> {
                        Libtorch.computeAlone();
                        work.run();
                    },
                    "worker-" + number);
            thread.setDaemon(true);
            return thread;
        });
    }

    public int count() {
        return threads.size();
    }

    /**
     * Runs every worker's work and waits for all.
     *
     * @param work from the worker's number to its result
     * @return the results, in the workers' order
     */
    public <T> List<T> run(IntFunction<T> work) {
        List<Future<T>> futures = new ArrayList<>();
        for (int worker = 0; worker < threads.size(); worker++) {
            int number = worker;
            futures.add(threads.get(worker).submit(() -> work.apply(number)));
        }
        List<T> results = new ArrayList<>();
        Throwable failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(result(future));
            } catch (ExecutionException failed) {
                failure = failure == null ? failed.getCause() : failure;
            }
        }
        return resultsUnless(failure, results);
    }

    /**
     * Does each of so many pieces of work once, by whichever worker is free, in a scope of its own, and waits for all.
     *
     * @param work from the piece's number, from 0 on
     */
    public void share(int pieces, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        run(worker -> {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                try (PointerScope scope = new PointerScope()) {
                    work.accept(piece);
                }
            }
            return null;
        });
    }

    /** Waits even if interrupted: the work uses memory that the caller is about to free. */
    private static <T> T result(Future<T> future) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> List<T> resultsUnless(Throwable failure, List<T> results) {
        switch (failure) {
            case null -> {
                return results;
            }
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }
}

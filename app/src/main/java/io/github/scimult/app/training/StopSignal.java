package io.github.scimult.app.training;

import io.github.scimult.app.terminal.ProgressLine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Ctrl-C or SIGTERM: what has started is ended well before the process goes. */
public final class StopSignal implements BooleanSupplier, AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    /** For work that saves its state after each step. */
    public StopSignal(ProgressLine line) {
        this(line, "stopping after this step; the state is being saved");
    }

    /** @param says what happens now, told when the process is asked to stop */
    public StopSignal(ProgressLine line, String says) {
        hook = new Thread(() -> {
            stopped.set(true);
            asked.countDown();
            line.print(says);
            try {
                finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public boolean getAsBoolean() {
        return stopped.get();
    }

    /** Waits until the process is asked to stop. */
    public void await() {
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        if (!stopped.get()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}

package io.github.scimult.app.terminal;

import java.io.PrintStream;

/**
 * One line that is overwritten on a terminal; elsewhere a plain line now and then.
 *
 * <p>Safe for use by several threads.
 */
public final class ProgressLine {
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LOG_NANOS = 20_000_000_000L;
    private static final int USUAL_WIDTH = 80;

    private final PrintStream out;
    private final boolean terminal;
    private long lastShown = System.nanoTime() - LOG_NANOS;
    private int width;

    private ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard error, so that results on standard output stay clean. */
    public static ProgressLine onStandardError() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new ProgressLine(System.err, terminal);
    }

    /** Shows where things stand; most calls are skipped, since nobody reads so fast. */
    public synchronized void show(String text) {
        long now = System.nanoTime();
        if (now - lastShown < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        lastShown = now;
        if (terminal) {
            String cut = text.substring(0, Math.min(text.length(), TerminalWidth.orElse(USUAL_WIDTH) - 1));
            out.print("\r" + cut + " ".repeat(Math.max(0, width - cut.length())));
            width = cut.length();
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Prints a line that stays. */
    public synchronized void print(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    /** Takes the line away. */
    public synchronized void clear() {
        if (terminal && width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
        lastShown = System.nanoTime() - (terminal ? TERMINAL_NANOS : 0);
    }
}

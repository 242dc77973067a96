package io.github.scimult.app.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How many columns the terminal has: asked once, by {@code stty}, where there is one. */
final class TerminalWidth {
    private static final int NARROWEST = 40;
    private static final int KNOWN = ask();

    private TerminalWidth() {}

    /** The columns, or a number where nobody knows. */
    static int orElse(int otherwise) {
        return KNOWN > 0 ? Math.max(NARROWEST, KNOWN) : otherwise;
    }

    private static int ask() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return 0;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
            return ended && answer.matches("\\d+ \\d{1,5}") ? Integer.parseInt(answer.split(" ")[1]) : 0;
        } catch (IOException noTerminal) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}

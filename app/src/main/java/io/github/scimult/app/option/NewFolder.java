package io.github.scimult.app.option;

import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses a place where something is already, before anything is computed for it. */
public final class NewFolder {
    private NewFolder() {}

    /** @throws IllegalArgumentException if there is something at {@code --to} */
    public static void require(Path to) {
        if (Files.exists(to)) {
            throw new IllegalArgumentException(to + " is there already: choose a new folder for --to");
        }
    }
}

package io.github.scimult.core.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file or folder could not be written; the message says which, why, and that nothing was left half-written. */
public final class NotWrittenException extends IOException {
    private static final long serialVersionUID = 1L;

    private NotWrittenException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The failure in words for people; one that is in such words already stays as it is.
     *
     * @param target what was to be written
     */
    public static IOException of(Path target, IOException failure) {
        if (failure instanceof NotWrittenException) {
            return failure;
        }
        return new NotWrittenException(
                "Could not write " + target + ": " + reason(failure) + room(target)
                        + ". Nothing was left half-written; make room or choose another place, and run it again.",
                failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission to write in " + Path.of(denied.getFile()).getParent();
        }
        if (failure instanceof FileSystemException inFile && inFile.getReason() != null) {
            return inFile.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String room(Path target) {
        Path existing = target.toAbsolutePath().getParent();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            return String.format(Locale.ROOT, " (%,d MB free on that disk)", free >> 20);
        } catch (IOException | RuntimeException unknown) {
            return "";
        }
    }
}

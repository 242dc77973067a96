package io.github.scimult.core.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file or folder could not be written; the message says which, why, and that nothing was left half-written. */
public final class NotWrittenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean beside;

    private NotWrittenException(Path target, IOException cause) {
        super(message(target, cause), cause);
        this.beside = BesideName.isInside(target);
    }

    /**
     * The failure in words for people; one that is in such words already stays as it is.
     *
     * @param target what was to be written
     */
    public static IOException of(Path target, IOException failure) {
        if (failure instanceof NotWrittenException known) {
            // People know the place, not the name under which its files come into being.
            return known.beside && known.getCause() instanceof IOException cause && !BesideName.isInside(target)
                    ? new NotWrittenException(target, cause)
                    : known;
        }
        return new NotWrittenException(target, failure);
    }

    private static String message(Path target, IOException failure) {
        String reason = reason(failure);
        boolean full = reason.contains("space") || reason.contains("quota");
        return "Could not write " + target + ": " + reason + (full ? room(target) : "")
                + ". Nothing was left half-written; " + (full ? "make room or " : "")
                + "choose another place, and run it again.";
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission to write in " + Path.of(denied.getFile()).getParent();
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is there already, and is no folder";
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

package io.github.scimult.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files again when they have changed. What cannot be read is told, and what was read before stays in force. */
final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("scimult.server");
    private static final long POLL_MILLIS = 10_000;

    private final List<Watched> files = new ArrayList<>();
    private final Thread poller;

    /** Starts looking, every few seconds. */
    FileWatch() {
        this.poller = Thread.ofVirtual().name("file-watch").unstarted(this::poll);
    }

    /** Reads a file and puts it into force. */
    interface Reading {
        void read() throws IOException;
    }

    private static final class Watched {
        private final Path file;
        private final Reading reading;
        private String version;

        Watched(Path file, Reading reading) {
            this.file = file;
            this.reading = reading;
            this.version = version();
        }

        private String version() {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return now.fileKey() + " " + now.lastModifiedTime() + " " + now.size();
            } catch (IOException gone) {
                return version; // on its way to being replaced, perhaps
            }
        }

        void readIfChanged() {
            String now = version();
            if (now.equals(version)) {
                return;
            }
            version = now;
            try {
                reading.read();
                LOG.info("read {} again", file);
            } catch (IOException | RuntimeException failure) {
                LOG.warn(
                        "{} has changed and cannot be used, so that what it said before stays in force: {}",
                        file,
                        failure.getMessage());
            }
        }
    }

    /** Watches a file that was read a moment ago. */
    void add(Path file, Reading reading) {
        files.add(new Watched(file, reading));
    }

    /** Begins, if there is anything to watch. */
    void start() {
        if (!files.isEmpty()) {
            poller.start();
        }
    }

    /** Reads what has changed. */
    synchronized void check() {
        files.forEach(Watched::readIfChanged);
    }

    private void poll() {
        try {
            while (true) {
                Thread.sleep(POLL_MILLIS);
                check();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        poller.interrupt();
    }
}

package io.github.scimult.server.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads bodies before anything is computed: none longer than its limit, none more slowly than its sender may be, and all that are held
 * at once within a bound of memory. Safe for use by many threads.
 */
public final class BodyReader {
    /** What a body may hold without counting: small requests are read whatever large ones are under way. */
    private static final int FREE_BYTES = 1 << 16;

    private static final int PIECE = 1 << 13;
    private static final int RETRY_SECONDS = 2;

    private final long maxBytes;
    private final BodyBounds bounds;
    private final AtomicLong held = new AtomicLong();

    /** @param maxBytes the maximum length of one body */
    public BodyReader(long maxBytes, BodyBounds bounds) {
        this.maxBytes = maxBytes;
        this.bounds = bounds;
    }

    /**
     * Reads a request's body.
     *
     * @throws ProblemException if it is too long, too slow, broken off, or there is no memory for it now
     */
    public RequestBody read(Context context) {
        if (context.req().getContentLengthLong() > maxBytes) {
            throw tooLong();
        }
        Reading reading = new Reading();
        try {
            reading.all(context.req().getInputStream());
            return new RequestBody(reading.bytes.toString(charset(context)), reading::release);
        } catch (ProblemException refused) {
            reading.release();
            if (refused.status() == 408) {
                context.header(Header.CONNECTION, "close");
            }
            throw refused;
        } catch (IOException broken) {
            reading.release();
            throw isTimeout(broken) ? tooSlow(context) : ProblemException.wrong("the body ended before it was whole");
        }
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || (failure.getCause() != null && isTimeout(failure.getCause()));
    }

    private static ProblemException tooSlow(Context context) {
        context.header(Header.CONNECTION, "close");
        return new ProblemException(408, "the body did not come: nothing of it was sent for a while");
    }

    private ProblemException tooLong() {
        return new ProblemException(413, "the body is longer than " + maxBytes + " bytes, which is the limit");
    }

    private static Charset charset(Context context) {
        String name = context.req().getCharacterEncoding();
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ProblemException(415, "there is no character set '" + name + "': send UTF-8");
        }
    }

    /** One body under way. */
    private final class Reading {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long started = System.nanoTime();
        private long counted;

        void all(InputStream in) throws IOException {
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                bytes.write(piece, 0, length);
                if (bytes.size() > maxBytes) {
                    throw tooLong();
                }
                requirePace();
                count();
            }
        }

        private void requirePace() {
            double seconds = (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1);
            if (seconds > bounds.graceSeconds() && bytes.size() < seconds * bounds.minBytesPerSecond()) {
                throw new ProblemException(
                        408,
                        "the body comes too slowly: at least " + bounds.minBytesPerSecond()
                                + " bytes a second are expected");
            }
        }

        private void count() {
            long more = bytes.size() - FREE_BYTES - counted;
            if (more > 0) {
                counted += more;
                if (held.addAndGet(more) > bounds.total()) {
                    throw ProblemException.busy(
                            "the server reads other large requests now; send this one again", RETRY_SECONDS);
                }
            }
        }

        private void release() {
            held.addAndGet(-counted);
            counted = 0;
        }
    }
}

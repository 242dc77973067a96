package io.github.scimult.server.encoding;

import io.github.scimult.server.encoding.EncodingRequest.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What waits to be encoded: searches and the like, which go first, and bulk requests, which go in pieces between them and take turns, so
 * that neither waits long for the other. Not safe for use by many threads.
 */
final class EncodingQueue {
    /** After so many batches of queries a piece of bulk is due. */
    private static final int QUERIES_IN_A_ROW = 4;

    private final int maxWaiting;
    private final int batchCharacters;
    private final ArrayDeque<EncodingRequest> queries = new ArrayDeque<>();
    private final ArrayDeque<EncodingRequest> bulk = new ArrayDeque<>();
    private int queriesInARow;

    /**
     * @param maxWaiting the maximum number of texts of each kind
     * @param batchCharacters the maximum number of characters of a batch
     */
    EncodingQueue(int maxWaiting, int batchCharacters) {
        this.maxWaiting = maxWaiting;
        this.batchCharacters = batchCharacters;
    }

    private static int texts(ArrayDeque<EncodingRequest> requests) {
        return requests.stream().mapToInt(EncodingRequest::waiting).sum();
    }

    /** The number of texts that wait. */
    int texts() {
        return texts(queries) + texts(bulk);
    }

    boolean isEmpty() {
        return queries.isEmpty() && bulk.isEmpty();
    }

    /** @throws OverloadedException if there are too many texts already */
    void add(EncodingRequest request) {
        ArrayDeque<EncodingRequest> kind = request.isQuery() ? queries : bulk;
        int before = texts(kind);
        if (before > 0 && before + request.waiting() > maxWaiting) {
            throw new OverloadedException(before + " texts wait to be embedded already");
        }
        kind.add(request);
    }

    /**
     * Takes the next batch, of one purpose.
     *
     * @param pieceCharacters the maximum number of characters of a batch of bulk
     */
    List<Piece> next(int pieceCharacters) {
        boolean bulkIsDue = queries.isEmpty() || queriesInARow >= QUERIES_IN_A_ROW;
        if (!bulk.isEmpty() && bulkIsDue) {
            queriesInARow = 0;
            return ofBulk(Math.min(pieceCharacters, batchCharacters));
        }
        queriesInARow += bulk.isEmpty() ? 0 : 1;
        return ofQueries();
    }

    /** The oldest query, and whole ones of its purpose that fit beside it. */
    private List<Piece> ofQueries() {
        List<Piece> batch = new ArrayList<>();
        int room = batchCharacters;
        Iterator<EncodingRequest> each = queries.iterator();
        while (each.hasNext()) {
            EncodingRequest request = each.next();
            int characters = request.characters();
            boolean fits = batch.isEmpty()
                    || (characters <= room
                            && request.purpose().equals(batch.getFirst().purpose()));
            if (fits) {
                batch.add(request.take(Integer.MAX_VALUE));
                room -= characters;
                each.remove();
            }
        }
        return batch;
    }

    /** A piece of the first request and, where that leaves room, of others of its purpose; what remains of them goes to the end. */
    private List<Piece> ofBulk(int characters) {
        List<Piece> batch = new ArrayList<>();
        List<EncodingRequest> begun = new ArrayList<>();
        int room = characters;
        Iterator<EncodingRequest> each = bulk.iterator();
        while (each.hasNext() && room > 0) {
            EncodingRequest request = each.next();
            boolean fits = batch.isEmpty()
                    || (request.fits(room)
                            && request.purpose().equals(batch.getFirst().purpose()));
            if (fits) {
                Piece piece = request.take(room);
                batch.add(piece);
                room -= piece.characters();
                each.remove();
                begun.add(request);
            }
        }
        begun.stream().filter(request -> !request.isDone()).forEach(bulk::add);
        return batch;
    }

    /** Fails all that waits. */
    void fail(Throwable failure) {
        Stream.concat(queries.stream(), bulk.stream()).forEach(request -> request.fail(failure));
        queries.clear();
        bulk.clear();
    }

    /** Forgets what has failed in an earlier piece. */
    void dropFailed() {
        bulk.removeIf(EncodingRequest::isDone);
    }
}

package io.github.scimult.server.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.task.Task;
import io.github.scimult.core.text.SegmentedText;
import io.github.scimult.server.encoding.EncodingRequest.Piece;
import io.github.scimult.server.encoding.EncodingRequest.Purpose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order and in which pieces texts are encoded. */
class EncodingQueueTest {
    private static final Purpose SEARCH = new Purpose(List.of(Task.SEARCH), false);
    private static final Purpose LINK = new Purpose(List.of(Task.LINK), false);

    private final EncodingQueue queue = new EncodingQueue(1_000, 40_000);

    /** A request of texts of nine characters, which count ten. */
    private EncodingRequest add(int texts, Purpose purpose) {
        EncodingRequest request =
                new EncodingRequest(Collections.nCopies(texts, SegmentedText.of("a".repeat(9))), purpose);
        queue.add(request);
        return request;
    }

    private List<String> batches(int pieceCharacters) {
        List<String> batches = new ArrayList<>();
        while (!queue.isEmpty()) {
            batches.add(described(queue.next(pieceCharacters)));
        }
        return batches;
    }

    private static String described(List<Piece> batch) {
        return batch.stream()
                .map(piece -> piece.from() + "-" + piece.to())
                .toList()
                .toString();
    }

    @Test
    void aBulkRequestIsCutIntoPieces() {
        add(10, SEARCH);
        assertThat(batches(40)).containsExactly("[0-4]", "[4-8]", "[8-10]");
    }

    @Test
    void aTextThatIsLongerThanAPieceIsEncodedAlone() {
        EncodingRequest request = new EncodingRequest(Collections.nCopies(5, SegmentedText.of("a".repeat(999))), LINK);
        queue.add(request);
        assertThat(batches(10)).containsExactly("[0-1]", "[1-2]", "[2-3]", "[3-4]", "[4-5]");
    }

    @Test
    void aQueryThatComesLaterGoesBeforeTheRestOfABulkRequest() {
        add(10, SEARCH);
        assertThat(described(queue.next(40))).isEqualTo("[0-4]");
        EncodingRequest query = add(1, LINK);
        List<Piece> next = queue.next(40);
        assertThat(next).hasSize(1);
        assertThat(next.getFirst().request()).isSameAs(query);
        assertThat(described(queue.next(40))).isEqualTo("[4-8]");
    }

    @Test
    void aBulkRequestGetsItsTurnHoweverManyQueriesCome() {
        EncodingRequest bulk = add(10, SEARCH);
        List<EncodingRequest> order = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            add(1, LINK);
            add(1, SEARCH);
            order.add(queue.next(40).getFirst().request());
        }
        assertThat(order.stream().filter(request -> request == bulk)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void bulkRequestsTakeTurnsSoThatASmallOneDoesNotWaitForALargeOne() {
        EncodingRequest large = add(100, SEARCH);
        EncodingRequest small = add(8, LINK);
        List<EncodingRequest> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            order.add(queue.next(40).getFirst().request());
        }
        assertThat(order).containsExactly(large, small, large, small);
        assertThat(small.isDone()).isTrue();
    }

    @Test
    void whatRemainsOfAPieceIsFilledWithOthersOfItsPurpose() {
        add(5, SEARCH);
        add(5, LINK);
        add(5, SEARCH);
        assertThat(described(queue.next(70))).isEqualTo("[0-5, 0-2]");
    }

    @Test
    void bulkThatFillsTheQueueKeepsNoQueryOut() {
        add(900, SEARCH);
        assertThatThrownBy(() -> add(200, SEARCH)).isInstanceOf(OverloadedException.class);
        add(1, SEARCH);
        assertThat(queue.texts()).isEqualTo(901);
    }

    @Test
    void whatHasFailedIsNotEncodedFurther() {
        EncodingRequest failed = add(10, SEARCH);
        queue.next(40);
        failed.fail(new IllegalStateException("a bad text"));
        queue.dropFailed();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void piecesGrowAndShrinkWithThePaceOfTheEncoder() {
        Pace pace = new Pace(100);
        int first = pace.pieceCharacters();
        for (int i = 0; i < 20; i++) {
            pace.learn(10_000, 10_000_000); // a character takes a microsecond
        }
        assertThat(pace.pieceCharacters()).isBetween(90_000, 110_000).isGreaterThan(first);
        for (int i = 0; i < 20; i++) {
            pace.learn(1_000, 1_000_000_000);
        }
        assertThat(pace.pieceCharacters()).isBetween(90, 110);
    }
}

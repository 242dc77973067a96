package io.github.scimult.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong clock = new AtomicLong(-5_000_000_000L);

    private void seconds(double more) {
        clock.addAndGet(Math.round(more * 1e9));
    }

    @Test
    void aBurstIsServedAndThenAsManyAsFillUp() {
        RateLimit rate = new RateLimit(2, 3, clock::get);
        assertThat(new int[] {rate.take("a"), rate.take("a"), rate.take("a"), rate.take("a")})
                .containsExactly(0, 0, 0, 1);
        seconds(0.5);
        assertThat(rate.take("a")).isZero();
        assertThat(rate.take("a")).isPositive();
        seconds(100);
        assertThat(new int[] {rate.take("a"), rate.take("a"), rate.take("a"), rate.take("a")})
                .containsExactly(0, 0, 0, 1);
    }

    @Test
    void whoIsRefusedIsToldHowLongToWaitAndThenServed() {
        RateLimit rate = new RateLimit(0.1, 1, clock::get);
        assertThat(rate.take("a")).isZero();
        assertThat(rate.take("a")).isEqualTo(10);
        seconds(4);
        assertThat(rate.take("a")).isEqualTo(6);
        seconds(6);
        assertThat(rate.take("a")).isZero();
    }

    @Test
    void oneCallersRequestsCostOthersNothing() {
        RateLimit rate = new RateLimit(1, 1, clock::get);
        assertThat(rate.take("a")).isZero();
        assertThat(rate.take("a")).isPositive();
        assertThat(rate.take("b")).isZero();
    }

    @Test
    void callersThatHaveLongBeenQuietAreForgotten() {
        RateLimit rate = new RateLimit(1, 1, clock::get);
        for (int i = 0; i < 10_000; i++) {
            assertThat(rate.take("caller " + i)).isZero();
        }
        seconds(2);
        rate.take("one more");
        assertThat(rate.callers()).isEqualTo(1);
    }

    @Test
    void thereIsNoLimitAtLoopbackUnlessOneIsSet() {
        RateSettings unset = new RateSettings(Optional.empty(), 4);
        assertThat(unset.rate(true)).isZero();
        assertThat(unset.rate(false)).isEqualTo(100);
        assertThat(new RateSettings(Optional.of(5.0), 4).rate(true)).isEqualTo(5);
        assertThat(new RateSettings(Optional.of(0.0), 4).rate(false)).isZero();
        assertThat(new RateLimit(0, 1, clock::get).take("a")).isZero();
    }

    @Test
    void aRateThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new RateSettings(Optional.of(-1.0), 1)).hasMessageContaining("perSecond");
        assertThatThrownBy(() -> new RateSettings(Optional.of(Double.NaN), 1)).hasMessageContaining("perSecond");
        assertThatThrownBy(() -> new RateSettings(Optional.empty(), 0)).hasMessageContaining("burst");
    }
}

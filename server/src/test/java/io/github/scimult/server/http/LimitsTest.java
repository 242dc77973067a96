package io.github.scimult.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.server.ServerConfig;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests may ask for, and where a server listens. */
class LimitsTest {
    @ParameterizedTest
    @CsvSource({"1023, 1, 1, 1, 1", "1024, 0, 1, 1, 1", "1024, 1, 0, 1, 1", "1024, 1, 1, 0, 1", "1024, 1, 1, 1, 0"})
    void aLimitThatAllowsNothingIsRefused(long body, int texts, int characters, int results, int requests) {
        assertThatThrownBy(() -> new Limits(body, texts, characters, 1, results, requests))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void aRequestThatNamesNoNumberOfResultsGetsTenOrAsManyAsAllowed() {
        assertThat(Limits.DEFAULTS.results(Optional.empty())).isEqualTo(10);
        assertThat(Limits.DEFAULTS.results(Optional.of(3))).isEqualTo(3);
        assertThat(new Limits(1024, 1, 1, 1, 4, 1).results(Optional.empty())).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536, 70_000})
    void aPortThatThereIsNotIsRefused(int port) {
        assertThatThrownBy(() -> ServerConfig.onLoopback(port, "0"))
                .hasMessageContaining("between 0 and 65,535, not " + port);
    }

    @Test
    void aServerListensOnThisMachineAloneUnlessTold() {
        ServerConfig config = ServerConfig.onLoopback(0, "1.2");
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.keys()).isEmpty();
        assertThat(config.encryption()).isNull();
        assertThat(config.withHost("0.0.0.0").host()).isEqualTo("0.0.0.0");
        assertThat(config.withHost("0.0.0.0").version()).isEqualTo("1.2");
    }
}

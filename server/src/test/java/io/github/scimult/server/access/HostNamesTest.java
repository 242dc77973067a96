package io.github.scimult.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    private static final HostNames LOOPBACK = HostNames.of("127.0.0.1", List.of());
    private static final HostNames PUBLIC = HostNames.of("0.0.0.0", List.of("Library.example.org"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST",
                "localhost.",
                "scimult.localhost:80",
                "127.0.0.1:8080",
                "127.0.1.1",
                "[::1]",
                "[::1]:8080"
            })
    void aServerOfThisMachineIsAskedByTheNamesOfThisMachine(String host) {
        assertThat(LOOPBACK.allow(host)).isTrue();
        assertThat(PUBLIC.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example.",
                "notlocalhost",
                "",
                "localhost@evil.example",
                "10.0.0.7",
                "[2001:db8::1]:80",
                "library.example.org"
            })
    void aServerOfThisMachineIsNotAskedByAnyOther(String host) {
        assertThat(LOOPBACK.allow(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"library.example.org", "library.example.org:443", "LIBRARY.EXAMPLE.ORG.", "10.0.0.7:8080"})
    void aServerForOthersIsAskedByItsPublicNamesAndByAddresses(String host) {
        assertThat(PUBLIC.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "example.org", "xlibrary.example.org", "library.example.org.evil.example"})
    void aServerForOthersIsNotAskedByNamesThatItWasNotGiven(String host) {
        assertThat(PUBLIC.allow(host)).isFalse();
    }

    @Test
    void thePageOfTheServerItselfIsItsOwnAndNoOther() {
        assertThat(LOOPBACK.isOwn("http://localhost:8080", "localhost:8080")).isTrue();
        assertThat(LOOPBACK.isOwn("http://[::1]:8080", "[::1]:8080")).isTrue();
        assertThat(LOOPBACK.isOwn("http://localhost:3000", "localhost:8080")).isFalse();
        assertThat(LOOPBACK.isOwn("null", "localhost:8080")).isFalse();
        assertThat(LOOPBACK.isOwn("http://evil.example", "localhost:8080")).isFalse();
    }

    @Test
    void behindAProxyThatRenamesTheHostThePageOfThePublicNameIsTheServersOwn() {
        assertThat(PUBLIC.isOwn("https://library.example.org", "10.0.0.7:8080")).isTrue();
        assertThat(PUBLIC.isOwn("https://elsewhere.example.org", "10.0.0.7:8080"))
                .isFalse();
    }
}

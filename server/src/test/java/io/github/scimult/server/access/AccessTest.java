package io.github.scimult.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final List<ApiKey> KEYS = List.of(new ApiKey("alice", "secret", Set.of(Scope.READ)));

    private static AccessSettings settings(boolean openWrites, boolean readOnly) {
        return new AccessSettings(Optional.empty(), List.of(), openWrites, readOnly, List.of());
    }

    @Test
    void whoStartsAServerForOthersWithoutKeysIsToldWhatTheyMayDo() {
        assertThat(Access.of(List.of(), settings(false, false), false)
                        .warning(false)
                        .orElseThrow())
                .contains("read-only", "--keys FILE", "--open-writes");
        assertThat(Access.of(List.of(), settings(true, false), false)
                        .warning(false)
                        .orElseThrow())
                .contains("everybody");
        assertThat(Access.of(List.of(), settings(false, true), false).warning(false))
                .isEmpty();
        assertThat(Access.of(List.of(), settings(false, false), true).warning(true))
                .isEmpty();
        assertThat(Access.of(KEYS, settings(false, false), false).warning(false))
                .isEmpty();
    }

    @Test
    void aCallerIsKnownByItsKeysNameOrElseByItsAddress() {
        Access access = Access.of(KEYS, settings(false, false), false);
        assertThat(access.caller("Bearer secret", "10.0.0.7")).isEqualTo(new Caller("alice", true, Set.of(Scope.READ)));
        assertThat(access.caller("Bearer other", "10.0.0.7")).isEqualTo(new Caller("10.0.0.7", false, Set.of()));
        assertThat(access.caller(null, "10.0.0.7")).isEqualTo(new Caller("10.0.0.7", false, Set.of()));
    }

    @Test
    void whereThereAreNoKeysOneThatAClientSendsAllTheSameIsNoReasonToRefuse() {
        Access access = Access.of(List.of(), settings(false, false), true);
        assertThat(access.caller("Bearer unused", "127.0.0.1").scopes()).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void aRefusalSaysWhatWouldHelp() {
        Access access = Access.of(KEYS, settings(false, false), false);
        Caller alice = access.caller("Bearer secret", "10.0.0.7");
        Caller nobody = access.caller(null, "10.0.0.7");
        assertThat(access.refusal(alice, Scope.WRITE)).contains("alice", "the scope write");
        assertThat(access.refusal(nobody, Scope.WRITE)).contains("Authorization: Bearer KEY");
        assertThat(access.wouldKeyHelp(nobody, Scope.WRITE)).isTrue();
        assertThat(access.wouldKeyHelp(alice, Scope.WRITE)).isFalse();
        Access readOnly = Access.of(KEYS, settings(false, true), false);
        assertThat(readOnly.wouldKeyHelp(nobody, Scope.WRITE)).isFalse();
        assertThat(readOnly.refusal(nobody, Scope.WRITE)).contains("read-only");
    }
}

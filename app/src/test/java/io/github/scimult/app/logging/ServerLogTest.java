package io.github.scimult.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.storage.Json;
import io.github.scimult.server.config.LogSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What a server's log says on standard error, and that other commands have none. */
class ServerLogTest {
    private static final Logger ACCESS = LoggerFactory.getLogger("scimult.access");

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new SilentLog().configure(context);
        MDC.clear();
        System.setErr(before);
    }

    private static void request() {
        ACCESS.atInfo()
                .addKeyValue("route", "/api/search")
                .addKeyValue("status", 200)
                .log("request");
    }

    @Test
    void aCommandThatServesNothingLogsNothing() {
        request();
        LoggerFactory.getLogger("org.eclipse.jetty").error("a failure");
        assertThat(written.size()).isZero();
    }

    @Test
    void aLineForPeopleNamesItsValues() {
        ServerLog.begin(new LogSettings(LogSettings.Format.TEXT));
        request();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .matches("\\S+Z INFO scimult.access request route=/api/search status=200\n");
    }

    @Test
    void aLineForProgramsIsAnObjectWithTheRequestsIdAndWhatFailed() throws Exception {
        ServerLog.begin(new LogSettings(LogSettings.Format.JSON));
        MDC.put("request", "abc");
        ACCESS.error("failed \"badly\"", new IllegalStateException("the reason\nin lines"));
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text).hasLineCount(1);
        JsonNode line = Json.MAPPER.readTree(text);
        assertThat(Instant.parse(line.get("time").asText())).isNotNull();
        assertThat(line.get("level").asText()).isEqualTo("ERROR");
        assertThat(line.get("message").asText()).isEqualTo("failed \"badly\"");
        assertThat(line.get("request").asText()).isEqualTo("abc");
        assertThat(line.get("exception").asText()).contains("the reason");
    }

    @Test
    void librariesAreHeardFromWarningsOn() {
        ServerLog.begin(new LogSettings(LogSettings.Format.TEXT));
        LoggerFactory.getLogger("org.eclipse.jetty").info("a connection");
        assertThat(written.size()).isZero();
        LoggerFactory.getLogger("org.eclipse.jetty").warn("a slow one");
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("WARN org.eclipse.jetty a slow one");
    }
}

package io.github.scimult.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.github.scimult.server.config.LogSettings;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** The log of a server, on standard error: a line for each request, and warnings of what serves them. */
public final class ServerLog {
    private static final String OWN = "scimult";

    private ServerLog() {}

    /** Logs from now on. */
    public static void begin(LogSettings settings) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(onStandardError(context, layout(settings)));
        root.setLevel(Level.WARN);
        context.getLogger(OWN).setLevel(Level.INFO);
    }

    private static Layout<ILoggingEvent> layout(LogSettings settings) {
        return switch (settings.format()) {
            case TEXT -> new TextLine();
            case JSON -> new JsonLine();
        };
    }

    private static ConsoleAppender<ILoggingEvent> onStandardError(LoggerContext context, Layout<ILoggingEvent> layout) {
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> lines = new LayoutWrappingEncoder<>();
        lines.setContext(context);
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setLayout(layout);
        lines.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(lines);
        appender.start();
        return appender;
    }
}

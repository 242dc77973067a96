package io.github.scimult.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.util.StringJoiner;

/** A line for people: {@code 2026-11-30T12:00:00.123Z INFO scimult.access request method=GET route=/api/search status=200 …}. */
final class TextLine extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        StringJoiner line = new StringJoiner(" ", "", "\n")
                .add(event.getInstant().toString())
                .add(event.getLevel().toString())
                .add(event.getLoggerName())
                .add(event.getFormattedMessage());
        LogValues.of(event).forEach((name, value) -> line.add(name + "=" + value));
        if (event.getThrowableProxy() != null) {
            line.add("\n"
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()).stripTrailing());
        }
        return line.toString();
    }
}

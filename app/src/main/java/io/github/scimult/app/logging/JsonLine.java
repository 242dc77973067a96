package io.github.scimult.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.github.scimult.core.storage.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line for programs: an object with {@code time}, {@code level}, {@code logger}, {@code message}, and the line's values. */
final class JsonLine extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("message", event.getFormattedMessage());
        line.putAll(LogValues.of(event));
        if (event.getThrowableProxy() != null) {
            line.put("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return Json.line(line) + "\n";
    }
}

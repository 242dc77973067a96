package io.github.scimult.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/** The named values of a line of the log. */
final class LogValues {
    private LogValues() {}

    /** Those that were given with it, and those of the request that it is about. */
    static Map<String, Object> of(ILoggingEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                values.put(pair.key, pair.value);
            }
        }
        event.getMDCPropertyMap().forEach(values::putIfAbsent);
        return values;
    }
}

package io.github.scimult.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.html.Markup;
import io.github.scimult.training.event.RunHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every setting of the run, group by group. */
final class ConfigurationSection {

    private ConfigurationSection() {}

    private record Setting(String path, String value) {}

    static String of(RunHistory run) {
        JsonNode configuration = run.start().configuration();
        if (configuration == null || configuration.isEmpty()) {
            return "";
        }
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        configuration.properties().forEach(entry -> {
            boolean group = entry.getValue().isObject() && !entry.getValue().isEmpty();
            List<Setting> settings = groups.computeIfAbsent(group ? entry.getKey() : "", name -> new ArrayList<>());
            collect(settings, group ? "" : entry.getKey(), entry.getValue());
        });
        String markup = groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> group(group.getKey(), group.getValue()))
                .collect(Collectors.joining());
        return """
                <section id="configuration">
                <h2>Configuration</h2>
                <div class="settings">%s</div>
                </section>
                """.formatted(markup);
    }

    private static void collect(List<Setting> settings, String path, JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(entry -> collect(
                            settings, path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
        } else {
            settings.add(new Setting(path, text(value)));
        }
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? "none"
                    : value.valueStream().map(ConfigurationSection::text).collect(Collectors.joining(", "));
        }
        return value.isObject()
                ? (value.isEmpty() ? "none" : value.toString())
                : value.isNull() ? "none" : value.asText();
    }

    private static String group(String name, List<Setting> settings) {
        return "<div><h3>%s</h3><dl>%s</dl></div>\n"
                .formatted(
                        name.isEmpty() ? "general" : Markup.text(name),
                        Markup.each(
                                settings,
                                setting -> "<div><dt>%s</dt><dd>%s</dd></div>"
                                        .formatted(Markup.text(setting.path()), Markup.text(setting.value()))));
    }
}

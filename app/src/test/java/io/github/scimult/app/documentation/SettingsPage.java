package io.github.scimult.app.documentation;

import io.github.scimult.core.configuration.Setting;
import io.github.scimult.training.config.TrainingConfig;
import java.util.List;

/** Writes docs/configuration.md out of the defaults and their comments. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings of a training run

            All settings, their defaults, and what they mean. [Train a model](training.md) tells how and when to set them;
            `./scimult train --print-config` prints them as a YAML file to begin with. This page is
            written by `./scimult docs` from the defaults in the code.
            """;
    private static final String TABLE = """

            | setting | default | meaning |
            |---|---|---|
            """;

    private SettingsPage() {}

    static String markdown() {
        List<Setting> settings = TrainingConfig.settings().settings();
        StringBuilder page =
                new StringBuilder(HEAD).append("\n## The run as a whole\n").append(TABLE);
        settings.stream()
                .filter(setting -> setting.group().isEmpty() && !setting.isGroup())
                .map(SettingsPage::row)
                .forEach(page::append);
        for (Setting group : settings.stream().filter(Setting::isGroup).toList()) {
            page.append("\n## `%s`\n%s\n".formatted(group.path(), group.meaning()))
                    .append(TABLE);
            settings.stream()
                    .filter(setting -> setting.group().equals(group.path()))
                    .map(SettingsPage::row)
                    .forEach(page::append);
        }
        return page.toString();
    }

    private static String row(Setting setting) {
        return "| `%s` | `%s` | %s |\n".formatted(setting.path(), setting.value(), setting.meaning());
    }
}

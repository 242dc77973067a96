package io.github.scimult.app.documentation;

import io.github.scimult.core.configuration.Setting;
import io.github.scimult.server.config.ServerSettings;
import io.github.scimult.training.config.TrainingConfig;
import java.util.List;

/**
 * Writes a page of settings out of the defaults and their comments.
 *
 * @param file the page
 * @param head its text before the settings
 * @param whole the heading of the settings that are in no group
 */
record SettingsPage(Page file, String head, String whole, List<Setting> settings) {
    private static final String TRAINING = """
            # Settings of a training run

            All settings, their defaults, and what they mean. [Train a model](training.md) tells how and when to set them;
            `./scimult train --print-config` prints them as a YAML file to begin with. This page is
            written by `./scimult docs` from the defaults in the code.
            """;
    private static final String SERVER = """
            # Settings of a server

            All settings of `./scimult serve`, their defaults, and what they mean. [Operate a server](operating.md) tells how and when to
            set them; `./scimult serve --print-config` prints them as a YAML file to begin with. This page is
            written by `./scimult docs` from the defaults in the code.
            """;
    private static final String TABLE = """

            | setting | default | meaning |
            |---|---|---|
            """;

    static SettingsPage training() {
        return new SettingsPage(
                Page.of("docs/configuration.md"),
                TRAINING,
                "The run as a whole",
                TrainingConfig.settings().settings());
    }

    static SettingsPage server() {
        return new SettingsPage(
                Page.of("docs/server-settings.md"),
                SERVER,
                "Where it listens",
                ServerSettings.defaults().settings());
    }

    String markdown() {
        StringBuilder page = new StringBuilder(head)
                .append("\n## ")
                .append(whole)
                .append('\n')
                .append(TABLE);
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

package io.github.scimult.core.configuration;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes a configuration in full, defaults included, so that it says what was done even when defaults change.
 *
 * <p>What it writes, {@link ConfigurationReader} reads back to an equal record.
 */
public final class ConfigurationWriter {

    private ConfigurationWriter() {}

    /** The configuration as YAML; a group is indented by two blanks. Ends with a line break. */
    public static String toYaml(Record configuration) {
        return YamlWriter.document(toJsonNode(configuration));
    }

    /** The configuration as a JSON object, its names in the records' order. */
    public static JsonNode toJsonNode(Record configuration) {
        return SettingsMapper.MAPPER.valueToTree(configuration);
    }
}

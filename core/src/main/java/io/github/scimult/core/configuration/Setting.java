package io.github.scimult.core.configuration;

/**
 * A setting, or a group of settings.
 *
 * @param path names from the outermost group inwards, joined by dots
 * @param meaning what it says, in sentences
 * @param value its default as YAML in one line; empty for a group
 */
public record Setting(String path, String meaning, String value) {
    /** Whether it stands for the settings whose paths begin with its own. */
    public boolean isGroup() {
        return value.isEmpty();
    }

    /** The path of the group that it stands in; empty for the outermost. */
    public String group() {
        return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    }

    /** Its name in its group. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}

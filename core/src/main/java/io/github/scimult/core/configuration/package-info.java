/**
 * Settings as nested records: read strictly from YAML and from {@code path=value} overrides, written back in full.
 *
 * <p>Must not know what is set: every record comes with its own names, defaults and bounds.
 */
package io.github.scimult.core.configuration;

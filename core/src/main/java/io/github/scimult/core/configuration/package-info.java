/**
 * Records of settings, read strictly from YAML, from command-line overrides and from requests.
 *
 * <p>Must not know what any setting means.
 */
package io.github.scimult.core.configuration;

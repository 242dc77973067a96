/**
 * Small JSON files such as {@code config.json}, whose complaints name the file and the key.
 *
 * <p>Must not know what the files are about.
 */
package io.github.scimult.encoder.json;

/**
 * Files that appear whole or not at all.
 *
 * <p>Must not know what is in them.
 */
package io.github.scimult.core.file;

/**
 * Files and folders that appear whole or not at all: written beside, synced, renamed; compressed files, JSON,
 * checksums, and the exception for bad data.
 *
 * <p>Must not know what is in a file.
 */
package io.github.scimult.core.storage;

/**
 * Files and folders that appear whole or not at all: written beside their place, synced to the disk, then renamed.
 *
 * <p>Must not know what is written: collections, caches, checkpoints and reports all pass through here.
 */
package io.github.scimult.core.storage;

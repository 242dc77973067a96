package io.github.scimult.core.importing;

import java.nio.file.Path;

/**
 * Where a record stands.
 *
 * @param file the file
 * @param line from 1
 */
public record ImportLine(Path file, long line) {}

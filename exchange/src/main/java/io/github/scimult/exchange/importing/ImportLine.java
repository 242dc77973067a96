package io.github.scimult.exchange.importing;

import java.nio.file.Path;

/**
 * Where a record stands.
 *
 * @param file the file
 * @param line from 1
 */
record ImportLine(Path file, long line) {}

/**
 * What a run reports while it runs, its log file, and the log read back.
 *
 * <p>Must not know who listens.
 */
package io.github.scimult.training.event;

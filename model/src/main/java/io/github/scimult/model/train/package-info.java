/**
 * Training: examples become batches, batches become steps, steps become a checkpoint that can be resumed bit for bit.
 *
 * <p>Must not know where a collection came from nor how a report looks.
 */
package io.github.scimult.model.train;

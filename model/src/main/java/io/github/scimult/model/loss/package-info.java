/**
 * Losses over the similarities of queries and candidates, one file each.
 *
 * <p>Must not know encoders, tasks or how a batch came about.
 *
 * <p>Letters in shapes: {@code n} queries, {@code m} candidates, {@code H} hidden size.
 */
package io.github.scimult.model.loss;

/**
 * AdamW, its parameters, and the learning-rate schedule.
 *
 * <p>Must not know losses and data.
 */
package io.github.scimult.training.optim;

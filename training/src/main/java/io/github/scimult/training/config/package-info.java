/**
 * The settings of a training run.
 *
 * <p>Must not know how they are carried out.
 */
package io.github.scimult.training.config;

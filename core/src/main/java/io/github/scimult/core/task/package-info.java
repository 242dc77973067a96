/**
 * What the encoder is asked to do: the tasks, their splits, and how training examples are drawn for them.
 *
 * <p>Must not know how a model computes, nor how results are measured.
 */
package io.github.scimult.core.task;

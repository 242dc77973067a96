/**
 * Training: the run and its stages, the loop, the step. Begin at TrainingLoop.
 *
 * <p>Must not know where a collection came from, and how a report looks.
 */
package io.github.scimult.training;

/**
 * Linear classifiers by LIBLINEAR: support vector machines on embeddings, logistic regression on a few features.
 *
 * <p>Must not know what is classified.
 */
package io.github.scimult.evaluation.classifier;

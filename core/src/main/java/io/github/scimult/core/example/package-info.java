/**
 * What training sees of a collection: pairs of queries and positives with their hard negatives, drawn into batches in an
 * order that seed and position alone decide.
 *
 * <p>Must not know tokens' ids, models or losses.
 */
package io.github.scimult.core.example;

/**
 * A training run on the command line: display, signals, example results.
 *
 * <p>Must not know how training works.
 */
package io.github.scimult.app.training;

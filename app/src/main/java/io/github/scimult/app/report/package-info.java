/**
 * The report of a training run: one page of HTML that needs nothing else, made from the run's log.
 *
 * <p>Must not know how training works, only what it writes down; it reads a log of any age, finished or not.
 */
package io.github.scimult.app.report;

/**
 * Answers to single questions: the labels of a paper, what it might cite, what a search finds; and what the collection's
 * judgements say of them.
 *
 * <p>Must not know which models there are, nor how answers are shown.
 */
package io.github.scimult.app.answer;

/**
 * Exact dense retrieval, top-k selection, score fusion, and the port of lexical retrieval.
 *
 * <p>Must not know any index, and metrics.
 */
package io.github.scimult.core.retrieval;

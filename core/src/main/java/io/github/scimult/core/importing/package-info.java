/**
 * Files of other projects turned into collections, record by record. Knows nothing of models, and writes by the collection's own
 * writer alone.
 */
package io.github.scimult.core.importing;

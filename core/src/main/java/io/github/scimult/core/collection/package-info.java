/**
 * A literature collection on disk: papers, labels, queries and judgements, read, checked and written.
 *
 * <p>Must not know what a collection is used for: neither tokens, nor training, nor measures.
 */
package io.github.scimult.core.collection;

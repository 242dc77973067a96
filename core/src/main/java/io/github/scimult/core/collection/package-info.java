/**
 * A literature collection on disk: opened, checked, mapped into memory, written.
 *
 * <p>Must not know what a collection is used for: neither tokens, nor training, nor metrics.
 */
package io.github.scimult.core.collection;

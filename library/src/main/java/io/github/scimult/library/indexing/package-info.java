/**
 * Building an index: papers embedded, label suggestion calibrated, the fusion weight tuned, a map drawn.
 *
 * <p>Must not know who shows the progress.
 */
package io.github.scimult.library.indexing;

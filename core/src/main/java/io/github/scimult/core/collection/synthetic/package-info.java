/**
 * Generated collections of any size, for tests and benchmarks.
 *
 * <p>Must not know who measures with them.
 */
package io.github.scimult.core.collection.synthetic;

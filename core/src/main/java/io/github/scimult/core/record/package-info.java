/**
 * Papers, labels, queries and judgements, and their JSON lines.
 *
 * <p>Must not know the files that hold them.
 */
package io.github.scimult.core.record;

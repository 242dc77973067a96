/**
 * A collection as a map: its papers in two dimensions, near each other where their vectors are.
 *
 * <p>Must not know how a map is shown.
 */
package io.github.scimult.search.map;

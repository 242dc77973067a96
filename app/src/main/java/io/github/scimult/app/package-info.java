/**
 * The command line: puts the parts together and speaks to people.
 *
 * <p>Nothing else may depend on it.
 */
package io.github.scimult.app;

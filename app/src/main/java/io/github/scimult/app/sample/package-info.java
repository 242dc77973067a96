/**
 * The collection that comes with the program, to try it on.
 *
 * <p>Must not know what is done with it.
 */
package io.github.scimult.app.sample;

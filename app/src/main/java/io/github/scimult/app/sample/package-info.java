/**
 * The bundled sample collection.
 *
 * <p>Must not know what is done with it.
 */
package io.github.scimult.app.sample;

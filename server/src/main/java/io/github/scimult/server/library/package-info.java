/**
 * The library that is served: which index a request reads, and the model behind it.
 *
 * <p>Must not know HTTP.
 */
package io.github.scimult.server.library;

/**
 * What clients send and are answered, as records: the API's description is made from them.
 *
 * <p>Must not know HTTP, nor the index but for what it stores.
 */
package io.github.scimult.server.message;

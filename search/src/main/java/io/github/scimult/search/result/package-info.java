/**
 * What queries are answered, as records that every program writes as the same JSON.
 *
 * <p>Must not know who asks: neither HTTP nor the command line.
 */
package io.github.scimult.search.result;

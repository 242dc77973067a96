/**
 * Papers in the formats in which people keep what they cite.
 *
 * <p>Must not know collections' folders, nor who asks.
 */
package io.github.scimult.core.citation;

/**
 * Where the log of a server goes, and in which form.
 *
 * <p>Must not know what is logged.
 */
package io.github.scimult.app.logging;

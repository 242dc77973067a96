/**
 * What programs on the JVM use: models that embed, and libraries of papers that answer. The command line and the server use nothing
 * else for that.
 *
 * <p>Must not know how models are trained or measured.
 */
package io.github.scimult.library;

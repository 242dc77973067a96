/**
 * The tensor engine, libtorch through JavaCPP: threads, scopes of native memory.
 *
 * <p>Must not know encoders.
 */
package io.github.scimult.encoder.tensor;

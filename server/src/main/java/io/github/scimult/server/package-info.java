/**
 * An index as a service over HTTP: searching, tagging and citing, changing it, and embeddings in the shapes that clients of
 * others already speak.
 *
 * <p>Must not know which model it serves, nor how a model computes.
 */
package io.github.scimult.server;

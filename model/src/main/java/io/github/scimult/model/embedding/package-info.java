/**
 * The trained encoder behind core's port: texts in, vectors out, as fast as the machine allows.
 *
 * <p>Must not know training.
 */
package io.github.scimult.model.embedding;

/**
 * A task of a model as langchain4j's EmbeddingModel.
 *
 * <p>Must not know anything but the library.
 */
package io.github.scimult.langchain4j;

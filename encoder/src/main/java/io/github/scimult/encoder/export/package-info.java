/**
 * A task's expert for other programs: a sentence-transformers folder or an ONNX graph.
 *
 * <p>Must not know training.
 */
package io.github.scimult.encoder.export;

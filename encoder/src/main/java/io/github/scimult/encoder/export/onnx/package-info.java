/**
 * An encoder as an ONNX graph.
 *
 * <p>Must not know training, and libtorch.
 */
package io.github.scimult.encoder.export.onnx;

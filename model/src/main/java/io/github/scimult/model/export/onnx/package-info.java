/**
 * The encoder as an ONNX graph: from token ids to embeddings, pooling and normalisation inside. Computes nothing itself.
 */
package io.github.scimult.model.export.onnx;

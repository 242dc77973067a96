/**
 * Models for other programs: one task's expert as a plain sentence-transformers folder or as an ONNX graph. Knows no training.
 */
package io.github.scimult.model.export;

/**
 * Models on disk: safetensors files, Hugging Face and sentence-transformers folders, the base model in its ONNX form; from
 * bytes to named arrays and back.
 *
 * <p>Must not know how an encoder computes: no tensor engine here, only names, shapes and bytes.
 */
package io.github.scimult.model.checkpoint;

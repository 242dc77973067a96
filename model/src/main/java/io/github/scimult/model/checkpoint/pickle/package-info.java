/**
 * Torch's own files of weights, which are Python pickles: read without ever calling what they ask to call. Knows of tensors in
 * files, and nothing of encoders.
 */
package io.github.scimult.model.checkpoint.pickle;

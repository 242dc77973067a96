/**
 * An encoder as data: its sizes, experts, instructions and pooling.
 *
 * <p>Must not know tensors: nothing here needs the tensor engine.
 */
package io.github.scimult.encoder.architecture;

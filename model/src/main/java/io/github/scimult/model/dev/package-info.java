/**
 * Dev: what a model is measured on while it is trained or merged, beside the base that it began from.
 *
 * <p>Must not know how the measured model came to be.
 */
package io.github.scimult.model.dev;

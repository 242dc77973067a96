/**
 * The protocols by which the SciMult paper measures (section 4), on the authors' own evaluation files. Knows encoders by their port
 * alone, and nothing of collections.
 */
package io.github.scimult.core.eval.protocol;

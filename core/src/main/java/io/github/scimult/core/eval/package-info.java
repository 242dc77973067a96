/**
 * Measures and protocols: from scores and judgements to figures, with their uncertainty, in tables and run files.
 *
 * <p>Must not know how scores come about: encoders and lexical scorers stand behind ports.
 */
package io.github.scimult.core.eval;

/**
 * What is handed on to others: the launcher's choice of a Java, the distribution, and the POMs.
 *
 * <p>Must not know the product's classes: it tries scripts, with fake and tiny parts in place of the real ones.
 */
package io.github.scimult.app.packaging;

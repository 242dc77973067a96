/**
 * Guards the house: which part may know which, and what no part may do.
 *
 * <p>Reads compiled classes and source files alone; it runs nothing of the product.
 */
package io.github.scimult.app.architecture;

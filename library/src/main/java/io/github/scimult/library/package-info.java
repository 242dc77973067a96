/**
 * Models and paper libraries for programs on the JVM.
 *
 * <p>Must not know the command line and HTTP.
 */
package io.github.scimult.library;

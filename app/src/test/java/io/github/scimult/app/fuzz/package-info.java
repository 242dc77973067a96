/** Damaged inputs for everything that reads files: each is read, or refused in words, in time. */
package io.github.scimult.app.fuzz;

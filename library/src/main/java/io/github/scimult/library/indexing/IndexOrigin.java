package io.github.scimult.library.indexing;

/**
 * Of what an index is derived.
 *
 * @param name of the collection, as people know it
 * @param change the number of the last change set of the library's journal that the collection holds; 0 for none
 */
public record IndexOrigin(String name, long change) {}

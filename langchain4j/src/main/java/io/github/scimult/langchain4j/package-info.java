/**
 * Models for programs that are built on langchain4j.
 *
 * <p>Must not know indexes.
 */
package io.github.scimult.langchain4j;

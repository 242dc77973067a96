/**
 * What the quickstart needs beside the other commands: its folder, its settings, and its results in words for people who
 * see the program for the first time.
 *
 * <p>Must not train, measure or embed.
 */
package io.github.scimult.app.quickstart;

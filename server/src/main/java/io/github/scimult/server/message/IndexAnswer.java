package io.github.scimult.server.message;

/** What is served. */
public record IndexAnswer(String collection, int papers, String model, int dimension) {}

package io.github.scimult.server.message;

/** How the server is. */
public record Status(String status) {}

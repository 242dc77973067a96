package io.github.scimult.server.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A request about what has an id. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ById(String id) {}

package io.github.scimult.server.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A request that says nothing but its address. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NoParameters() {}

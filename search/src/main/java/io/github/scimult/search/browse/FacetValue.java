package io.github.scimult.search.browse;

/**
 * One value of a facet.
 *
 * @param value a year, a name, or a label's id
 * @param papers the number of papers that have it
 */
public record FacetValue(String value, long papers) {}

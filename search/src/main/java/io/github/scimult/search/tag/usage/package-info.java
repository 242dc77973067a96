/**
 * Evidence by the use of labels: how many labelled papers carry one, and how many of those that name it.
 *
 * <p>Must not know how names are found.
 */
package io.github.scimult.search.tag.usage;

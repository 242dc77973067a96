/** Hard negatives that a collection offers without being asked: by citations, authors, venues and labels. */
package io.github.scimult.core.example.negative;

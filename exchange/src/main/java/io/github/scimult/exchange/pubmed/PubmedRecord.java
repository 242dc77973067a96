package io.github.scimult.exchange.pubmed;

import io.github.scimult.core.record.Paper;
import java.util.Map;

/**
 * A citation of PubMed.
 *
 * @param paper under its PMID; its references are PMIDs
 * @param descriptors MeSH descriptors, names by code
 */
public record PubmedRecord(Paper paper, Map<String, String> descriptors) {}

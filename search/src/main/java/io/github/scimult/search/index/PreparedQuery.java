package io.github.scimult.search.index;

import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * A query, analysed and embedded.
 *
 * @param lexical empty if BM25 is not used, or no term of the query is in the index
 * @param vector empty if dense retrieval is not used
 */
record PreparedQuery(PaperQuery question, QueryPlan plan, Optional<Query> lexical, Optional<float[]> vector) {}

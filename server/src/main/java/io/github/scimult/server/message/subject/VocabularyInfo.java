package io.github.scimult.server.message.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The labels of the library as a vocabulary. */
public record VocabularyInfo(
        @JsonProperty("vocab_id") String vocabularyId, List<String> languages, int size, boolean loaded) {}

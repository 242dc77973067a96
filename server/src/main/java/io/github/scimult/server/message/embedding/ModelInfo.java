package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** What embeds, and within what bounds, as text-embeddings-inference tells it. */
public record ModelInfo(
        @JsonProperty("model_id") String modelId,

        @JsonPropertyDescription("The maximum number of tokens that are read of a text; null if the model knows none.")
        @JsonProperty("max_input_length")
        Optional<Integer> maxInputLength,

        @JsonPropertyDescription("The maximum number of texts in a request.") @JsonProperty("max_client_batch_size")
        int maxClientBatchSize,

        @JsonPropertyDescription("The maximum number of requests in progress.") @JsonProperty("max_concurrent_requests")
        int maxConcurrentRequests,

        @JsonPropertyDescription("Whether longer texts are cut unless a request says otherwise.")
        @JsonProperty("auto_truncate")
        boolean autoTruncate,

        @JsonPropertyDescription("Of this program.") String version) {}

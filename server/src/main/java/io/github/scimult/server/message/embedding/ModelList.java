package io.github.scimult.server.message.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The tasks that texts can be embedded for, as OpenAI's clients list models. */
public record ModelList(String object, List<Model> data) {

    /** A task. */
    public record Model(
            String id,
            String object,
            int created,
            @JsonProperty("owned_by") String ownedBy) {}
}

package io.github.scimult.library.live;

import io.github.scimult.search.index.IndexFacts;
import java.io.IOException;

/**
 * A model that somebody has opened already, for the index that is there; each newer index says which model it needs.
 *
 * @param model closed by its owner, after the library
 * @param others opens those of newer indexes
 */
public record GivenModel(OpenModel model, ModelOpener others) implements ModelOpener {
    /** Where the index that is there is of another model, opening it says so. */
    @Override
    public OpenModel open(IndexFacts facts) throws IOException {
        return facts.modelFingerprint().equals(model.fingerprint()) ? shared() : others.open(facts);
    }

    private OpenModel shared() {
        return OpenModel.of(model.encoder(), model.fingerprint());
    }
}

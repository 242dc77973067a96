package io.github.scimult.server.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings of who may do what.
 *
 * @param keys the file of keys; none for nobody being asked for one
 * @param anonymous what a request without a key may do where there are keys
 * @param openWrites whether everybody who reaches a server without keys may change what it holds
 * @param readOnly whether nobody may change anything
 * @param origins of other sites, such as {@code https://catalogue.example.org}, whose pages a browser may let ask
 */
public record AccessSettings(
        Optional<Path> keys, List<Scope> anonymous, boolean openWrites, boolean readOnly, List<String> origins) {
    public AccessSettings {
        for (String origin : origins) {
            if (!origin.matches("https?://[^/?#@\\s]+")) {
                throw new IllegalArgumentException("origins: '" + origin
                        + "' is none: expected scheme, name and perhaps port, such as https://catalogue.example.org");
            }
        }
    }
}

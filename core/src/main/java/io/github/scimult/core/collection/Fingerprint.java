package io.github.scimult.core.collection;

import io.github.scimult.core.storage.Sha256;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 over the names and contents of a collection's files, whether they are packed or not. */
final class Fingerprint {
    private final SortedMap<String, String> digests = new TreeMap<>();

    void add(CollectionFile file, byte[] digest) {
        digests.put(file.name(), HexFormat.of().formatHex(digest));
    }

    /** What was left out changes the rows, so it is part of the fingerprint. */
    String hex(SkippedRecords skipped) {
        StringBuilder content = new StringBuilder();
        digests.forEach((name, digest) ->
                content.append(name).append('\t').append(digest).append('\n'));
        new TreeMap<>(skipped.counts())
                .forEach((name, counts) -> content.append("left out\t")
                        .append(name)
                        .append('\t')
                        .append(new TreeMap<>(counts))
                        .append('\n'));
        return Sha256.hex(content.toString());
    }
}

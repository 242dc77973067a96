package io.github.scimult.app;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Options that had another name in earlier versions: the old name is refused with the new one. */
final class RenamedOptions {
    private static final Map<String, String> NEW_NAMES = Map.of(
            "--word-weight", "--bm25-weight", "--fusion-weight", "--bm25-weight", "--least", "--min-probability");

    private RenamedOptions() {}

    /** What to say of the first renamed option that was not understood; empty if there is none. */
    static Optional<String> message(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        return unmatched.getUnmatched().stream()
                .map(argument -> argument.replaceFirst("=.*", ""))
                .filter(NEW_NAMES::containsKey)
                .map(name -> name + " is called " + NEW_NAMES.get(name) + " now")
                .findFirst();
    }
}

package io.github.scimult.exchange.importing;

import io.github.scimult.exchange.importing.split.ImportSplit;
import java.util.Optional;

/**
 * How an import is done.
 *
 * @param split where judgements go whose files name no split
 * @param skipBad whether bad records are left out and counted, or else the first one refuses the import; if empty, as is usual for
 *     the format
 * @param language of the labels' names where files have several, such as {@code fi}; if empty, the one that most have
 */
public record ImportOptions(ImportSplit split, Optional<Boolean> skipBad, Optional<String> language) {
    /** Everything is for training; bad records are treated as is usual for the format. */
    public static final ImportOptions DEFAULTS = new ImportOptions(ImportSplit.train(), Optional.empty());

    /** Labels are named in the language that most have a name in. */
    public ImportOptions(ImportSplit split, Optional<Boolean> skipBad) {
        this(split, skipBad, Optional.empty());
    }

    /** The same, leaving bad records out, or else refusing the first. */
    public ImportOptions skippingBad(boolean skip) {
        return new ImportOptions(split, Optional.of(skip), language);
    }

    /** The same, with labels named in a language. */
    public ImportOptions inLanguage(String tag) {
        return new ImportOptions(split, skipBad, Optional.of(tag));
    }
}

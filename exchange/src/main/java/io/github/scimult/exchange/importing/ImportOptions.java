package io.github.scimult.exchange.importing;

import io.github.scimult.exchange.importing.split.ImportSplit;
import java.util.Optional;

/**
 * How an import is done.
 *
 * @param split where judgements go whose files name no split
 * @param skipBad whether bad records are left out and counted, or else the first one refuses the import; if empty, as is usual for
 *     the format
 */
public record ImportOptions(ImportSplit split, Optional<Boolean> skipBad) {
    /** Everything is for training; bad records are treated as is usual for the format. */
    public static final ImportOptions DEFAULTS = new ImportOptions(ImportSplit.train(), Optional.empty());

    /** The same, leaving bad records out, or else refusing the first. */
    public ImportOptions skippingBad(boolean skip) {
        return new ImportOptions(split, Optional.of(skip));
    }
}

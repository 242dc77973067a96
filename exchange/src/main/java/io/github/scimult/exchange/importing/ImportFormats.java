package io.github.scimult.exchange.importing;

import java.util.List;
import java.util.stream.Collectors;

/** All formats that can be imported. */
public final class ImportFormats {
    private static final List<ImportFormat> ALL = List.of(
            new ScimultFormat(),
            new MapleFormat(),
            new TripletFormat(),
            new SearchListFormat(),
            LabelledFormat.MESH,
            LabelledFormat.FIELDS,
            new SciDocsFormat(),
            BeirFormat.PMC_PATIENTS,
            BeirFormat.BEIR,
            new MedlineFormat(),
            CitationsImport.NBIB,
            CitationsImport.RIS,
            CitationsImport.BIBTEX,
            new TableFormat(),
            new PapersFormat(),
            new AnnifFormat(),
            new CollectionFormat());

    private ImportFormats() {}

    public static List<ImportFormat> all() {
        return ALL;
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ImportFormat of(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown format '" + name + "': there are "
                        + ALL.stream().map(ImportFormat::name).collect(Collectors.joining(", "))));
    }
}

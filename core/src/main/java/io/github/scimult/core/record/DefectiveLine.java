package io.github.scimult.core.record;

/** A line cannot be used; the message says why and what was expected. Thrown often, so it carries no stack trace. */
public final class DefectiveLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final Defect defect;

    public DefectiveLine(Defect defect, String message) {
        super(message, null, false, false);
        this.defect = defect;
    }

    public Defect defect() {
        return defect;
    }
}

package io.github.scimult.app.option;

/** What people type to start the program: that of a checkout is in another place than that of a distribution. */
public final class ProgramCommand {
    /** The system property in which the launcher says how it was called. */
    static final String PROPERTY = "scimult.command";

    private ProgramCommand() {}

    /** A whole command, such as {@code ./scimult train --resume model/}. */
    public static String with(String arguments) {
        return System.getProperty(PROPERTY, "./scimult") + " " + arguments;
    }
}

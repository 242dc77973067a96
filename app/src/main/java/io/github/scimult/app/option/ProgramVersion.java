package io.github.scimult.app.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build knows it. */
public final class ProgramVersion implements IVersionProvider {
    /** Such as {@code 0.1.0}. */
    public static String number() {
        try (InputStream stream = ProgramVersion.class.getResourceAsStream("/io/github/scimult/app/build.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"scimult " + number()};
    }
}

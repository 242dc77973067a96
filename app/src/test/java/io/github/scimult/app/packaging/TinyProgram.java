package io.github.scimult.app.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Jars in place of the program's: a main class that says what it was started with, and a library. */
final class TinyProgram {
    private static final String MAIN = """
            package io.github.scimult.app;

            public final class Main {
                public static void main(String[] arguments) {
                    for (String argument : arguments) {
                        System.out.println("argument " + argument);
                    }
                    System.out.println("command " + System.getProperty("scimult.command"));
                    System.out.println("home " + System.getProperty("user.home"));
                    System.out.println("libraries " + System.getProperty("java.library.path"));
                    System.out.println("jars " + System.getProperty("java.class.path"));
                    System.out.println("javacpp " + System.getProperty("org.bytedeco.javacpp.cachedir"));
                    System.out.println("djl " + System.getenv("DJL_CACHE_DIR"));
                }
            }
            """;

    private TinyProgram() {}

    /** Makes {@code program.jar} and {@code library.jar}, and returns them as a class path. */
    static String make(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), MAIN);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        if (failed != 0) {
            throw new IllegalStateException("the tiny program does not compile");
        }
        Path program = jar(folder.resolve("program.jar"), folder, "io/github/scimult/app/Main.class");
        Path library = jar(folder.resolve("library.jar"), folder, "Main.java");
        return program + ":" + library;
    }

    private static Path jar(Path file, Path folder, String entry) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(entry));
            Files.copy(folder.resolve(entry), jar);
        }
        return file;
    }
}

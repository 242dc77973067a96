package io.github.scimult.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium to test in: the one that SCIMULT_BROWSER names, one of this machine, Debian's where apt can fetch it, or else
 * Playwright's own, which it downloads.
 */
final class Browsers {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private Browsers() {}

    /** Starts one without a window. */
    static Browser start(Playwright playwright) {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(List.of("--no-sandbox"));
        installed().ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    /** Playwright, told whether it need download a browser. */
    static Playwright playwright() {
        Map<String, String> environment =
                installed().isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    private static Optional<Path> installed() {
        return onPath().or(() -> byApt() ? onPath() : Optional.empty());
    }

    private static Optional<Path> onPath() {
        Stream<Path> named = Stream.ofNullable(System.getenv("SCIMULT_BROWSER")).map(Path::of);
        Stream<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, found).filter(Files::isExecutable).findFirst();
    }

    private static boolean byApt() {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))
                || !System.getProperty("user.name").equals("root")) {
            return false;
        }
        return run("apt-get", "update", "-q") && run("apt-get", "install", "-q", "-y", "chromium");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException unable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

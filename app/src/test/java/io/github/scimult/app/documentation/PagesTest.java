package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.scimult.app.command.ScimultCommand;
import io.github.scimult.core.configuration.ConfigurationReader;
import io.github.scimult.server.config.ServerSettings;
import io.github.scimult.training.config.TrainingConfig;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the documentation tells people to type is understood: commands with their options and values, settings, and scripts. */
class PagesTest {
    /** What the launcher carries out itself. */
    private static final Set<String> LAUNCHER = Set.of("test", "format", "docs", "package");

    private static final Set<String> LAUNCHER_OPTIONS =
            Set.of("--no-browser", "--browser", "--with-java", "--image", "--central", "--site");

    /** An option in the text, such as {@code --bm25-weight dev}. */
    private static final Pattern OPTION = Pattern.compile("`(--[a-z0-9-]+)[^`]*`");

    /** A setting in the text, such as {@code batch.queries=1536}. */
    private static final Pattern SETTING = Pattern.compile("`([a-z][A-Za-z]+\\.[a-z][A-Za-z]+)(?:[:=][^`]*)?`");

    private static final Pattern SCRIPT = Pattern.compile("\\b((?:bench|packaging|recipes)/[\\w/.-]+\\w)");

    @Test
    void everyCallOfTheProgramIsUnderstood() {
        List<String> calls = Page.all().stream()
                .flatMap(page -> page.calls().stream())
                .filter(call -> !LAUNCHER.contains(call.split(" ")[0]))
                .distinct()
                .toList();
        assertThat(calls)
                .hasSizeGreaterThan(60)
                .allSatisfy(call -> assertThatCode(() -> parse(call)).doesNotThrowAnyException());
    }

    @Test
    void aCallWithAnUnknownOptionOrValueIsFound() {
        for (String call : List.of(
                "search index/ trees --word-weight 1",
                "train --collection papers/ --out model/ --minutes soon",
                "evaluate --collection papers/ --fusion sum",
                "train --collection papers/ --out model/ --set optim.learningRate=1",
                "search index/ trees --queries",
                "find index/ trees")) {
            assertThatCode(() -> parse(call)).as(call).isInstanceOf(Exception.class);
        }
    }

    @Test
    void everyOptionInTheTextExists() {
        Set<String> known = new TreeSet<>(LAUNCHER_OPTIONS);
        Stream.concat(Stream.of(program()), program().getSubcommands().values().stream())
                .forEach(command ->
                        known.addAll(command.getCommandSpec().optionsMap().keySet()));
        known.addAll(Set.of("--health-cmd", "--enable-native-access")); // of Docker and Java
        assertThat(inText(OPTION))
                .hasSizeGreaterThan(40)
                .allSatisfy(option -> assertThat(known).contains(option));
    }

    @Test
    void everySettingInTheTextExists() {
        Set<String> settings = Stream.of(
                        TrainingConfig.settings().settings(),
                        ServerSettings.defaults().settings())
                .flatMap(List::stream)
                .map(setting -> setting.path())
                .collect(Collectors.toSet());
        Set<String> groups = settings.stream()
                .filter(path -> path.contains("."))
                .map(path -> path.substring(0, path.indexOf('.')))
                .collect(Collectors.toSet());
        assertThat(inText(SETTING).stream()
                        .filter(path -> groups.contains(path.substring(0, path.indexOf('.'))))
                        .filter(path -> !path.endsWith(".safetensors") && !path.startsWith("model.onnx")))
                .hasSizeGreaterThan(20)
                .allSatisfy(path -> assertThat(settings).contains(path));
    }

    @Test
    void everyScriptThatThePagesNameIsThere() {
        List<String> scripts = Page.all().stream()
                .flatMap(page -> SCRIPT.matcher(page.text()).results().map(found -> found.group(1)))
                .distinct()
                .toList();
        assertThat(scripts)
                .hasSizeGreaterThan(8)
                .allSatisfy(script -> assertThat(Files.exists(Page.root().resolve(script)))
                        .as(script)
                        .isTrue());
    }

    /** What a pattern finds in the prose of the pages; the list of changes may name what is no more. */
    private static Set<String> inText(Pattern pattern) {
        return Page.all().stream()
                .filter(page -> !page.path().endsWith("CHANGELOG.md"))
                .flatMap(page -> pattern.matcher(page.text()).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static CommandLine program() {
        return new CommandLine(new ScimultCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static void parse(String call) throws Exception {
        String[] words = ShellWords.of(call);
        if (words.length == 1 && program().getSubcommands().containsKey(words[0])) {
            return; // the text speaks of the command
        }
        program().parseArgs(words);
        List<String> settings = new ArrayList<>();
        for (int word = 1; word < words.length; word++) {
            if (words[word - 1].equals("--set")) {
                settings.add(words[word]);
            }
        }
        if (words[0].equals("serve")) {
            ConfigurationReader.read(ServerSettings.defaults().values(), null, settings);
        } else {
            ConfigurationReader.read(TrainingConfig.defaults(), null, settings);
        }
    }
}

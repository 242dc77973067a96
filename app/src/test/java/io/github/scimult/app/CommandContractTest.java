package io.github.scimult.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.collection.synthetic.SyntheticCollection;
import io.github.scimult.core.collection.synthetic.SyntheticSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What every command keeps, by whatever options it has; one that is added is tested by that, and needs a call in {@code CALLS}. */
class CommandContractTest {
    /** Of each command a call that is right but for a file or folder that is not there, {@code NOWHERE}; results go to {@code OUT}. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("quickstart", "--out PAPERS/corpus.jsonl"),
            Map.entry("train", "--collection NOWHERE --out OUT"),
            Map.entry("evaluate", "--collection NOWHERE --out OUT"),
            Map.entry("embed", "--task link --input NOWHERE --output OUT"),
            Map.entry("index", "--collection NOWHERE --out OUT"),
            Map.entry("search", "NOWHERE graphs"),
            Map.entry("tag", "NOWHERE --title Graphs"),
            Map.entry("cite", "NOWHERE --title Graphs"),
            Map.entry("serve", "NOWHERE --port 0"),
            Map.entry("library check", "NOWHERE"),
            Map.entry("library export", "NOWHERE --out OUT"),
            Map.entry("library backup", "NOWHERE --out OUT"),
            Map.entry("library compact", "NOWHERE"),
            Map.entry("library reindex", "NOWHERE"),
            Map.entry("library upgrade", "NOWHERE --collection PAPERS"),
            Map.entry("reproduce", "NOWHERE --data PAPERS --out OUT"),
            Map.entry("import", "beir --in NOWHERE --out OUT"),
            Map.entry("merge", "NOWHERE NOWHERE --to OUT"),
            Map.entry("convert", "NOWHERE --base NOWHERE --to OUT"),
            Map.entry("export", "NOWHERE --task link --to OUT"),
            Map.entry("validate", "--collection NOWHERE"),
            Map.entry("generate", "--papers 0 --out OUT"),
            Map.entry("benchmark", "--collection NOWHERE"));

    /** Values out of bounds: what the message says beside the value. */
    private static final List<Arguments> BOUNDS = List.of(
            Arguments.of("train --collection PAPERS --out OUT --minutes -1", "minutes"),
            Arguments.of("train --collection PAPERS --out OUT --steps -3", "steps"),
            Arguments.of("train --collection PAPERS=-2 --out OUT", "-2"),
            Arguments.of("train --collection PAPERS=much --out OUT", "much"),
            Arguments.of("train --collection PAPERS --out OUT --set optim.warmup=1.5", "[0, 1)"),
            Arguments.of("train --collection PAPERS --out OUT --set model.temperature=-1", "temperature"),
            Arguments.of("train --collection PAPERS --out OUT --set variant=vanila", "vanilla"),
            Arguments.of("train --collection PAPERS --out OUT --set loss=info-nc", "info-nce"),
            Arguments.of("train --collection PAPERS --out OUT --set batch.querys=4", "queries"),
            Arguments.of("train --collection PAPERS --out OUT --set batch.queries", "equals sign"),
            Arguments.of("evaluate --collection PAPERS --split trian", "trian"),
            Arguments.of("evaluate --collection PAPERS --tasks linc", "linc"),
            Arguments.of("evaluate --collection PAPERS --run-depth 5", "1000"),
            Arguments.of("evaluate --collection PAPERS --max-queries -1", "-1"),
            Arguments.of("evaluate --collection PAPERS --max-candidates -7", "-7"),
            Arguments.of("evaluate --collection PAPERS --bm25-weight heavy", "heavy"),
            Arguments.of("embed --task lnk --input PAPERS/corpus.jsonl --output OUT", "lnk"),
            Arguments.of("embed --task link --input PAPERS/corpus.jsonl --output OUT --precision float23", "float23"),
            Arguments.of("embed --task link --input PAPERS/corpus.jsonl --output OUT --threads -1", "-1"),
            Arguments.of("embed --task link --input PAPERS/corpus.jsonl --output OUT --max-length 0", "0"),
            Arguments.of("index --collection PAPERS --out OUT --vectors int9", "int9"),
            Arguments.of("index --out OUT", "--collection"),
            Arguments.of("serve OUT --port 70000", "70000"),
            Arguments.of("serve OUT --set limits.request=3", "requests"),
            Arguments.of("serve OUT --set queue.texts=0", "at least 1"),
            Arguments.of("serve OUT --public-name https://library.example.org", "without scheme"),
            Arguments.of("serve OUT --allow-origin catalogue.example.org", "https://catalogue.example.org"),
            Arguments.of("generate --papers -4 --out OUT", "-4"),
            Arguments.of("generate --words 0 --out OUT", "0"),
            Arguments.of("generate --references -1 --out OUT", "-1"),
            Arguments.of("import bier --in PAPERS --out OUT", "beir"));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void generate() throws IOException {
        SyntheticCollection.generate(folder.resolve("papers"), SyntheticSettings.of(20, 10, 5));
    }

    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().entrySet().stream()
                .flatMap(CommandContractTest::withItsOwn)
                .sorted();
    }

    /** A command, or those of a group of commands. */
    private static Stream<String> withItsOwn(Map.Entry<String, CommandLine> command) {
        Map<String, CommandLine> own = command.getValue().getSubcommands();
        return own.isEmpty()
                ? Stream.of(command.getKey())
                : own.keySet().stream().map(name -> command.getKey() + " " + name);
    }

    static List<Arguments> bounds() {
        return BOUNDS;
    }

    private static CommandSpec spec(String command) {
        CommandLine found = Main.commandLine();
        for (String word : command.split(" ")) {
            found = found.getSubcommands().get(word);
        }
        return found.getCommandSpec();
    }

    private static CommandLineRun call(String command, String arguments) {
        List<Object> words = new ArrayList<>(List.of(command.split(" ")));
        Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("NOWHERE", folder.resolve("nowhere").toString())
                        .replace("PAPERS", folder.resolve("papers").toString())
                        .replace("OUT", folder.resolve("out").toString()))
                .forEach(words::add);
        return CommandLineRun.of(words.toArray());
    }

    private static List<String> content() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void everyCommandHasACallHere() {
        assertThat(CALLS.keySet())
                .as("give each command a call in CALLS whose file or folder is not there")
                .containsExactlyInAnyOrderElementsOf(commands().toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpSaysWhatItDoesAndShowsACall(String command) {
        StringWriter printed = new StringWriter();
        CommandLine program = Main.commandLine().setOut(new PrintWriter(printed, true));
        assertThat(program.execute((command + " --help").split(" "))).isZero();
        assertThat(printed.toString()).contains("Usage: scimult " + command).contains("--help");
        assertThat(spec(command).usageMessage().header()).hasSize(1);
        assertThat(spec(command).usageMessage().header()[0]).matches("[A-Z].+\\.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsDescribed(String command) {
        for (OptionSpec option : spec(command).options()) {
            assertThat(option.description())
                    .as(command + " " + option.longestName())
                    .isNotEmpty();
            assertThat(option.longestName()).matches("--[a-z0-9]+(-[a-z0-9]+)*");
        }
        spec(command)
                .positionalParameters()
                .forEach(parameter -> assertThat(parameter.description())
                        .as(command + " " + parameter.paramLabel())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aMisspeltOptionIsRefusedWithTheRightOne(String command) {
        for (OptionSpec option : spec(command).options()) {
            String name = option.longestName();
            String misspelt = name.substring(0, name.length() - 1) + "q";
            CommandLineRun run = call(command, misspelt + "=1");
            assertThat(run.exitCode()).as(command + " " + misspelt).isEqualTo(2);
            assertThat(run.errors()).doesNotContain("\tat ").contains("scimult " + command + " --help");
        }
        OptionSpec first = spec(command).options().stream()
                .filter(option -> option.required() || !option.longestName().matches("--(help|version)"))
                .findFirst()
                .orElse(spec(command).options().getFirst());
        String misspelt = first.longestName() + "s";
        CommandLineRun run = call(command, CALLS.get(command) + " " + misspelt);
        assertThat(run.errors()).contains("Unknown option: '" + misspelt + "'");
        assertThat(run.errors().replace(misspelt, "")).contains(first.longestName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aWordWhereANumberBelongsIsRefusedByTheOptionsName(String command) {
        for (OptionSpec option : spec(command).options()) {
            boolean isNumber = List.<Class<?>>of(
                            int.class, Integer.class, long.class, Long.class, double.class, Double.class)
                    .contains(option.type());
            if (isNumber) {
                CommandLineRun run = call(command, CALLS.get(command) + " " + option.longestName() + "=many");
                assertThat(run.exitCode())
                        .as(command + " " + option.longestName())
                        .isEqualTo(2);
                assertThat(run.errors())
                        .contains(option.longestName())
                        .contains("many")
                        .doesNotContain("\tat ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownChoiceIsRefusedWithTheKnownOnes(String command) {
        for (OptionSpec option : spec(command).options()) {
            if (option.type().isEnum()) {
                CommandLineRun run = call(command, CALLS.get(command) + " " + option.longestName() + "=otherwise");
                assertThat(run.exitCode())
                        .as(command + " " + option.longestName())
                        .isEqualTo(2);
                String known = option.type().getEnumConstants()[0].toString();
                assertThat(run.errors().toLowerCase(Locale.ROOT))
                        .contains(option.longestName())
                        .contains("otherwise")
                        .contains(known.toLowerCase(Locale.ROOT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsNotThereIsSaidInOneSentenceAndNothingIsHalfWritten(String command) throws IOException {
        List<String> before = content();
        CommandLineRun run = call(command, CALLS.get(command));
        assertThat(run.exitCode()).as(run.errors()).isIn(1, 2);
        assertThat(run.errors()).startsWith("scimult: ").doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(run.errors().strip().lines().count()).isLessThanOrEqualTo(3);
        if (CALLS.get(command).contains("NOWHERE")) {
            assertThat(run.errors()).contains("nowhere");
        }
        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void aWrongValueIsNamedWithItsBoundAndNothingIsHalfWritten(String line, String named) throws IOException {
        List<String> before = content();
        int space = line.indexOf(' ');
        CommandLineRun run = call(line.substring(0, space), line.substring(space + 1));
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(2);
        assertThat(run.errors()).contains(named).startsWith("scimult: ").doesNotContain("\tat ");
        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aRequiredOptionThatIsMissingIsNamed(String command) {
        List<OptionSpec> required = spec(command).options().stream()
                .filter(option -> option.required() && option.group() == null)
                .toList();
        if (!required.isEmpty()) {
            CommandLineRun run = call(command, withoutOptions(CALLS.get(command)));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(required).allSatisfy(option -> assertThat(run.errors()).contains(option.longestName()));
        }
    }

    private static String withoutOptions(String call) {
        int options = call.indexOf("--");
        return (options < 0 ? call : call.substring(0, options)).strip();
    }

    @Test
    void optionsOfTheSameNameMeanTheSameInEveryCommand() {
        for (String name : List.of("--model", "--threads", "--precision", "--collection")) {
            TreeSet<String> labels = new TreeSet<>();
            commands()
                    .forEach(command -> spec(command).options().stream()
                            .filter(option -> option.longestName().equals(name))
                            .forEach(option -> labels.add(option.paramLabel().split("\\[")[0])));
            assertThat(labels).as(name).hasSize(1);
        }
    }

    @Test
    void aMisspeltCommandIsRefusedWithTheRightOne() {
        CommandLineRun run = CommandLineRun.of("evalute");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).contains("evaluate");
    }
}

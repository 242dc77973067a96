package io.github.scimult.app.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.app.command.ScimultCommand;
import io.github.scimult.app.report.TrainingReport;
import io.github.scimult.training.fixture.RunLogFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The program and its documentation speak the field's language: what people read has no word of the glossary's left column. */
class GlossaryTest {
    private static final Glossary GLOSSARY = Glossary.read();
    private static final Path ROOT = Page.root();

    @TempDir
    private Path model;

    @Test
    void everyEntryFindsWhatItIsForAndLetsOrdinaryEnglishPass() {
        assertThat(GLOSSARY.entries()).hasSizeGreaterThan(30).allSatisfy(entry -> {
            assertThat(entry.found())
                    .isNotEmpty()
                    .allMatch(sentence -> entry.in(sentence).find());
            assertThat(entry.fine())
                    .isNotEmpty()
                    .noneMatch(sentence -> entry.in(sentence).find());
        });
    }

    @Test
    void aPlantedSentenceIsFoundInEveryKindOfFile() {
        String planted = "It measures a model\nbeside BM25.";
        assertThat(List.of(
                        ReadableText.ofMarkdown("# Head\n\nSome text. " + planted + "\n"),
                        ReadableText.ofJava("String a = \"It measures a \" + \"model beside BM25.\";"),
                        ReadableText.ofJava("String a = \"\"\"\n    " + planted + "\n    \"\"\";"),
                        ReadableText.ofScript("show(\"It measures a model beside BM25.\");"),
                        ReadableText.ofHtml("<p>It measures a <b>model</b>\nbeside BM25.</p>"),
                        ReadableText.ofPlain(planted)))
                .allSatisfy(
                        text -> assertThat(GLOSSARY.violations("planted", text)).isNotEmpty());
    }

    @Test
    void thePagesOfTheDocumentationUseTheFieldsTerms() throws IOException {
        List<Path> pages = new ArrayList<>(files(ROOT.resolve("docs"), ".md"));
        Page.all().forEach(page -> pages.add(page.path()));
        for (String folder : List.of("recipes", "bench", "packaging", "app/src/main/resources")) {
            pages.addAll(files(ROOT.resolve(folder), ".md"));
        }
        check(pages, ReadableText::ofMarkdown);
    }

    @Test
    void theHelpOfEveryCommandUsesTheFieldsTerms() {
        CommandLine program = new CommandLine(new ScimultCommand());
        List<String> violations = Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
                .flatMap(command -> GLOSSARY
                        .violations(
                                command.getCommandName() + " --help",
                                ReadableText.ofPlain(command.getUsageMessage(CommandLine.Help.Ansi.OFF)))
                        .stream())
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void theWebPageUsesTheFieldsTerms() throws IOException {
        Path web = ROOT.resolve("server/src/main/resources");
        check(files(web, ".js"), ReadableText::ofScript);
        check(files(web, ".html"), ReadableText::ofHtml);
    }

    @Test
    void messagesAndReportsUseTheFieldsTerms() throws IOException {
        for (Path module : modules()) {
            check(files(module.resolve("src/main/java"), ".java"), ReadableText::ofJava);
        }
    }

    @Test
    void theReportOfATrainingRunUsesTheFieldsTerms() throws IOException {
        RunLogFixture.write(model, RunLogFixture.lines());
        assertThat(GLOSSARY.violations("report", ReadableText.ofHtml(Files.readString(TrainingReport.write(model)))))
                .isEmpty();
    }

    @Test
    void settingsAndRecipesUseTheFieldsTerms() throws IOException {
        List<Path> yaml = new ArrayList<>(files(ROOT.resolve("recipes"), ".yaml"));
        yaml.addAll(files(ROOT.resolve("training/src/main/resources"), ".yaml"));
        check(yaml, text -> ReadableText.ofPlain(text.replaceAll("(?m)^\\s*# ?", "")));
    }

    private static void check(List<Path> files, UnaryOperator<String> readable) throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path file : files) {
            violations.addAll(
                    GLOSSARY.violations(ROOT.relativize(file).toString(), readable.apply(Files.readString(file))));
        }
        assertThat(files).isNotEmpty();
        assertThat(violations).isEmpty();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

package io.github.scimult.core.configuration;

import static io.github.scimult.core.configuration.Kitchen.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationRefusalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("train.yaml");
    }

    private void assertRefused(String yaml, int line, String message) throws IOException {
        Files.writeString(file, yaml);
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, file, List.of()))
                .isInstanceOf(BadDataException.class)
                .hasMessage(file + ":" + line + ": " + message);
    }

    private static void assertOverrideRefused(String override, String message) {
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, null, List.of(override)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--set " + override + ": " + message);
    }

    @Test
    void anUnknownNameBringsTheNearestKnownOne() throws IOException {
        assertRefused(
                "seed: 1\noven:\n  learning_rate: 1e-4\n",
                3,
                "there is no setting oven.learning_rate. Did you mean oven.learningRate?"
                        + " Known in oven: learningRate, warmupSteps.");
        assertOverrideRefused(
                "oven.warmpuSteps=3",
                "there is no setting oven.warmpuSteps. Did you mean oven.warmupSteps?"
                        + " Known in oven: learningRate, warmupSteps.");
    }

    @Test
    void anUnknownGroupIsFoundAtItsOwnLine() throws IOException {
        Files.writeString(file, "seed: 1\novn:\n  warmupSteps: 4\n");
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, file, List.of()))
                .hasMessageStartingWith(file + ":2: there is no setting ovn. Did you mean oven? Known here: seed, ");
    }

    @Test
    void aNameInTheWrongGroupIsFoundWhereItBelongs() {
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, null, List.of("warmupSteps=3")))
                .hasMessageContaining("there is no setting warmupSteps. Did you mean oven.warmupSteps?");
    }

    @Test
    void aNameUnlikeAllKnownOnesBringsNoGuess() {
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, null, List.of("oven.temperature=3")))
                .hasMessageEndingWith(
                        "there is no setting oven.temperature. Known in oven: learningRate, warmupSteps.");
    }

    @Test
    void aValueOfTheWrongTypeSaysWhatWasExpected() throws IOException {
        assertRefused("\nseed: many", 2, "seed must be a whole number, not 'many' (without it, it is 1).");
        assertRefused("seed: 1.5", 1, "seed must be a whole number, not '1.5' (without it, it is 1).");
        assertRefused("open: yes", 1, "open must be true or false, not 'yes' (without it, it is true).");
        assertRefused("mood: loud", 1, "mood must be one of in-batch, quiet, not 'loud' (without it, it is in-batch).");
        assertRefused("oven: 3", 1, "oven must be a group of settings (learningRate, warmupSteps), not '3'.");
        assertRefused("tasks: link", 1, "tasks must be a list, such as [one, two], not 'link'.");
        assertRefused("weights: [1]", 1, "weights must be names and values, such as {one: …, two: …}, not a list.");
        assertRefused("name: [a]", 1, "name must be one value, not a list (without it, it is small).");
        assertRefused("weights:\n  a: b", 2, "weights.a must be a number, not 'b'.");
        assertRefused("- seed", 1, rootIsNoList());
        assertRefused("folder: \"a\\0\"", 1, "folder: Nul character not allowed: a\0");
        assertRefused(
                "seed: " + "9".repeat(2000),
                1,
                "seed must be a whole number, not '" + "9".repeat(60) + "…' (without it, it is 1).");
        assertOverrideRefused(
                "seed=3000000000",
                "seed must be a whole number from -2147483648 to 2147483647, not '3000000000' (without it, it is 1).");
        assertOverrideRefused(
                "oven.learningRate=1e999",
                "oven.learningRate must be a number of ordinary size, not '1e999' (without it, it is 3.0E-5).");
    }

    private static String rootIsNoList() {
        return "this must be a group of settings (" + new RecordShape(Kitchen.class).listing() + "), not a list.";
    }

    @Test
    void aValueOutOfItsBoundsIsRefusedInTheRecordsWordsAtItsOwnLine() throws IOException {
        assertRefused(
                "oven:\n  warmupSteps: 3\n  learningRate: -1\n",
                3,
                "oven: learningRate must lie between 0 and 1, is -1.0");
        assertOverrideRefused("oven.learningRate=2", "oven: learningRate must lie between 0 and 1, is 2.0");
    }

    @Test
    void aRefusalThatNamesNoSettingIsPutDownToTheOverride() throws IOException {
        Files.writeString(file, "name: small");
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, file, List.of("seats=9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--set seats=9: a small kitchen has no 9 seats");
    }

    @Test
    void nullIsRefusedWhereSomethingMustStand() throws IOException {
        assertRefused("seed:\nopen: true", 1, "seed needs a value (without it, it is 1).");
        assertRefused("tasks: null", 1, "tasks needs a value (without it, it is [link]).");
        assertRefused("tasks: [a,\n ~]", 2, "tasks[1] needs a value.");
        assertRefused("name: ~", 1, "name may not be null");
    }

    @Test
    void aRecordInAListNeedsEverythingThatHasNoDefault() throws IOException {
        assertRefused("guests:\n  - name: Ada\n", 2, "guests[0].age is missing and has no default: add it.");
    }

    @Test
    void aNameGivenTwiceIsRefused() throws IOException {
        assertRefused("seed: 1\nopen: true\nseed: 2\n", 3, "'seed' is given a second time here: keep one of the two.");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() throws IOException {
        assertRefused(
                "seed: 1\noven:\n\twarmupSteps: 3\n",
                3,
                "this is not YAML that can be read: while scanning for the next token, found character '\\t(TAB)' that"
                        + " cannot start any token. (Do not use \\t(TAB) for indentation).");
        assertRefused("seed: 1\n---\nseed: 2\n", 3, "a second document begins here; only one is read.");
        assertRefused("name: &a x\nfolder: *a\n", 2, "the reference *a is not followed: write the value itself.");
    }

    @Test
    void anOverrideWithoutPathOrValueIsRefused() {
        for (String override : List.of("seed", "=3", "oven.=3", ".seed=3", "")) {
            assertOverrideRefused(
                    override,
                    "expected the path of a setting, an equals sign and the value, such as optimizer.rate=3e-5.");
        }
    }

    @Test
    void anOverrideThatReachesIntoOneValueIsRefused() {
        assertOverrideRefused("seed.more=1", "seed must be one value, not a group of settings (without it, it is 1).");
    }

    @Test
    void aMissingOrUnreadableFileIsNamed() throws IOException {
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, file, List.of()))
                .isInstanceOf(BadDataException.class)
                .hasMessage(file + ": there is no such configuration file.");
        Files.write(file, new byte[] {'a', (byte) 0xC3});
        assertThatThrownBy(() -> ConfigurationReader.read(DEFAULTS, file, List.of()))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("is not UTF-8 text");
    }

    @Test
    void aManifestThatIsRefusedIsNamed() {
        assertThatThrownBy(() -> ConfigurationReader.readBack(
                        DEFAULTS, new ObjectMapper().readTree("{\"sed\": 3}"), "model/manifest.json"))
                .isInstanceOf(BadDataException.class)
                .hasMessageStartingWith("model/manifest.json: there is no setting sed. Did you mean seed?");
    }

    @Test
    void theNearestNameMayBeOffByATypingSlip() {
        List<String> known = List.of("rate", "warmup", "weightDecay", "learningRate");
        assertThat(NearestKey.of("learning-rate", known)).contains("learningRate");
        assertThat(NearestKey.of("Waight_decya", known)).contains("weightDecay");
        assertThat(NearestKey.of("raet", known)).contains("rate");
        assertThat(NearestKey.of("x", known)).isEmpty();
        assertThat(NearestKey.of("", known)).isEmpty();
    }
}

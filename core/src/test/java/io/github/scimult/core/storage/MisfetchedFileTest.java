package io.github.scimult.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisfetchedFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version https://git-lfs.github.com/spec/v1\\noid sha256:4d7a\\nsize 437955512\\n|437,955,512 bytes|git lfs pull",
                "version https://git-lfs.github.com/spec/v1|Git LFS pointer|git lfs pull",
                "version https://git-lfs.github.com/spec/v1\\nsize 99999999999999999999\\n|Git LFS pointer|git lfs pull",
                "/annex/objects/SHA256E-s90--abc.bin|git-annex|git annex get",
                "../../.git/annex/objects/xx/yy|git-annex|git annex get",
                "<!DOCTYPE html><html><title>Sign in|web page|direct link",
                "\\n  <HTML lang=en>|web page|direct link",
                "\uFEFF<!doctype HTML>|web page|direct link",
                "<?xml version='1.0'?><Error><Code>AccessDenied|AccessDenied|fetch it again",
                "<Error><Code>NoSuchKey</Code>|NoSuchKey|fetch it again",
                "\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0|zeros|fetch it again"
            })
    void whatStandsInTheFilesPlaceIsNamedWithWhatToDo(String content, String what, String then) throws IOException {
        Path file = Files.writeString(
                folder.resolve("model.bin"), content.replace("\\n", "\n").replace("\\0", "\0"));
        assertThatThrownBy(() -> MisfetchedFile.refuse(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(what)
                .hasMessageContaining(then);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[PAD]\n[UNK]\n", "{\"id\": 1}", "version 2", "<s>\n</s>\n", "<pad>"})
    void whatMayBeRightPasses(String content) throws IOException {
        assertThat(MisfetchedFile.problem(Files.writeString(folder.resolve("file"), content)))
                .isEmpty();
    }

    @Test
    void weightsThatAreJsonAreAnErrorMessageThatWasSaved() throws IOException {
        Path file = Files.writeString(folder.resolve("model.safetensors"), "{\"error\":\"Repository not found\"}");
        assertThatThrownBy(() -> MisfetchedFile.refuseText(file))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("Repository not found");
    }
}

package io.github.scimult.exchange.annif;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.exchange.source.FilesOf;
import io.github.scimult.exchange.source.SourceLines;
import io.github.scimult.exchange.source.TableRows;
import io.github.scimult.exchange.vocabulary.RdfSyntax;
import io.github.scimult.exchange.vocabulary.VocabularyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files told apart by their names and first lines.
 *
 * @param vocabularies SKOS, or tables of subjects
 * @param documents files of documents
 */
public record AnnifFiles(List<Path> vocabularies, List<Path> documents) {
    private static final List<String> ENDINGS = Stream.concat(
                    Stream.of(".tsv", ".csv", ".jsonl", ".txt", ".json"), RdfSyntax.allEndings().stream())
            .toList();

    /**
     * Looks into files and folders.
     *
     * @throws BadDataException if a folder has no file of such a name
     */
    public static AnnifFiles of(List<Path> in) throws IOException {
        List<Path> vocabularies = new ArrayList<>();
        List<Path> documents = new ArrayList<>();
        for (Path file : FilesOf.all(in, ENDINGS)) {
            if (isVocabulary(file)) {
                vocabularies.add(file);
            } else if (!isOfText(file)) {
                documents.add(file);
            }
        }
        return new AnnifFiles(List.copyOf(vocabularies), List.copyOf(documents));
    }

    private static boolean isVocabulary(Path file) throws IOException {
        String name = FilesOf.plainName(file);
        if (!name.endsWith(".tsv") && !name.endsWith(".csv")) {
            return RdfSyntax.of(file).isPresent();
        }
        Optional<String> first = isOfText(file) ? Optional.empty() : firstLine(file);
        return first.filter(line -> VocabularyTable.isLine(line) || VocabularyTable.isHead(new TableRows(line).names()))
                .isPresent();
    }

    private static Optional<String> firstLine(Path file) throws IOException {
        try (SourceLines lines = SourceLines.open(file)) {
            for (Optional<SourceLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().text().isBlank() || !line.get().isReadable()) {
                    return line.map(SourceLines.Line::text);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether a table has the subjects of the text of the same name. */
    private static boolean isOfText(Path file) {
        return FilesOf.plainName(file).endsWith(".tsv") && beside(file, ".txt").isPresent();
    }

    /** The file of the same name with another ending. */
    static Optional<Path> beside(Path file, String ending) {
        return Compression.find(file.resolveSibling(stem(file) + ending)).filter(Files::isRegularFile);
    }

    /** The name without its ending. */
    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.[a-z]+(\\.(gz|zst))?$", "");
    }
}

package io.github.scimult.exchange.importing;

import io.github.scimult.core.record.Judgement;
import io.github.scimult.core.record.Query;
import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Compression;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A BEIR data set: {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/train.tsv}, {@code dev.tsv}, {@code test.tsv}. The
 * records and rows of PMC-Patients are the same, but its files are named otherwise, and its two tasks share their queries, which
 * lie in a folder beside theirs; there queries and corpus may be patients.
 *
 * @param name of the format
 * @param explanation what {@code --in} names
 * @param source where its data is to be had
 */
record BeirFormat(String name, String explanation, String source) implements ImportFormat {
    static final BeirFormat BEIR = new BeirFormat(
            "beir",
            "--in is the folder with corpus.jsonl, queries.jsonl and qrels/*.tsv.",
            "github.com/beir-cellar/beir");
    static final BeirFormat PMC_PATIENTS = new BeirFormat(
            "pmc-patients",
            "--in is PAR or PPR with corpus.jsonl and qrels_*.tsv, beside it the folder queries.",
            "huggingface.co/datasets/zhengyun21/PMC-Patients-ReCDS (of the corpus of PAR only the PubMed ids: the abstracts are "
                    + "to be had from PubMed)");

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        Path folder = in.toAbsolutePath().normalize();
        String task = String.valueOf(folder.getFileName());
        corpus(folder, task, into);
        queries(folder, into);
        judgements(folder, task, into);
    }

    private static void corpus(Path folder, String task, CollectionImport into) throws IOException {
        Path corpus = Compression.find(folder.resolve(task + "_corpus.jsonl"))
                .orElseGet(() -> ImportFile.require(folder.resolve("corpus.jsonl")));
        ImportFile.records(
                corpus,
                into,
                (at, key, node) -> into.add(at, JsonPaper.of(JsonPaper.text(node, "_id"), node, Set.of("_id"))));
    }

    private static void queries(Path folder, CollectionImport into) throws IOException {
        List<Path> own = existing(Stream.concat(
                        Stream.of("queries.jsonl"),
                        Arrays.stream(Split.values()).map(BeirFormat::queriesOf))
                .map(folder::resolve));
        List<Path> shared = existing(Arrays.stream(Split.values())
                .map(split -> folder.resolveSibling("queries").resolve(queriesOf(split))));
        List<Path> all = own.isEmpty() ? shared : own;
        if (all.isEmpty()) {
            throw BadDataException.in(
                    folder, "there are no queries: neither queries.jsonl nor ../queries/test_queries.jsonl.");
        }
        for (Path queries : all) {
            ImportFile.records(
                    queries,
                    into,
                    (at, key, node) ->
                            into.add(at, new Query(JsonPaper.text(node, "_id"), JsonPaper.text(node, "text"))));
        }
    }

    private static String queriesOf(Split split) {
        return split.lowerCaseName() + "_queries.jsonl";
    }

    private static List<Path> existing(Stream<Path> files) {
        return files.map(Compression::find).flatMap(Optional::stream).toList();
    }

    private static void judgements(Path folder, String task, CollectionImport into) throws IOException {
        boolean any = false;
        for (Split split : Split.values()) {
            String name = split.lowerCaseName();
            List<Path> qrels = existing(
                    Stream.of("qrels/" + name + ".tsv", "qrels_" + name + ".tsv", task + "_" + name + "_qrels.tsv")
                            .map(folder::resolve));
            if (!qrels.isEmpty()) {
                any = true;
                ImportFile.lines(qrels.getFirst(), into, (at, fields) -> judgement(at, fields, split, into));
            }
        }
        if (!any) {
            throw BadDataException.in(folder, "there are no judgements: neither qrels/test.tsv nor qrels_test.tsv.");
        }
    }

    private static void judgement(ImportLine at, String[] fields, Split split, CollectionImport into)
            throws IOException {
        boolean head = at.line() == 1 && fields[0].equals("query-id");
        if (head) {
            return;
        }
        if (fields.length != 3) {
            into.bad(at, "expected three fields between tabs: query, paper, score");
            return;
        }
        OptionalInt score = Judgement.score(fields[2]);
        if (score.isEmpty()) {
            into.bad(at, "the score '" + fields[2] + "' is no whole number");
        } else {
            into.judge(at, Task.SEARCH, split, fields[0], fields[1], score.getAsInt());
        }
    }
}

package io.github.scimult.core.importing;

import io.github.scimult.core.collection.Query;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A BEIR data set: {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/train.tsv}, {@code dev.tsv}, {@code test.tsv}. PMC-Patients
 * comes in the same layout; there queries and corpus may be patients.
 *
 * @param name of the format
 * @param origin where its data is to be had
 */
record BeirFormat(String name, String origin) implements ImportFormat {
    static final BeirFormat BEIR = new BeirFormat("beir", "github.com/beir-cellar/beir");
    static final BeirFormat PMC_PATIENTS =
            new BeirFormat("pmc-patients", "github.com/pmc-patients/pmc-patients (ReCDS-PAR and ReCDS-PPR)");

    @Override
    public String explanation() {
        return "--in is the folder with corpus.jsonl, queries.jsonl and qrels/*.tsv.";
    }

    @Override
    public String source() {
        return origin;
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        ImportFile.records(ImportFile.require(in.resolve("corpus.jsonl")), into, (at, key, node) -> {
            if (JsonPaper.text(node, "_id").isEmpty()) {
                into.bad(at, "'_id' is missing");
            } else {
                into.add(JsonPaper.of(JsonPaper.text(node, "_id"), node, Set.of("_id")));
            }
        });
        for (String name :
                new String[] {"queries.jsonl", "train_queries.jsonl", "dev_queries.jsonl", "test_queries.jsonl"}) {
            Path queries = ImportFile.find(in.resolve(name));
            if (queries != null) {
                ImportFile.records(
                        queries,
                        into,
                        (at, key, node) ->
                                into.add(new Query(JsonPaper.text(node, "_id"), JsonPaper.text(node, "text"))));
            }
        }
        for (Split split : Split.values()) {
            Path qrels = ImportFile.find(in.resolve("qrels").resolve(split.lowerCaseName() + ".tsv"));
            if (qrels != null) {
                ImportFile.lines(qrels, (at, fields) -> judgement(at, fields, split, into));
            }
        }
    }

    private static void judgement(ImportLine at, String[] fields, Split split, CollectionImport into)
            throws IOException {
        boolean head = at.line() == 1 && fields[0].equals("query-id");
        if (head) {
            return;
        }
        if (fields.length != 3 || !fields[2].strip().matches("-?\\d{1,9}")) {
            into.bad(at, "expected three fields between tabs: query, paper, score");
        } else {
            into.judge(at, Task.SEARCH, split, fields[0], fields[1], Integer.parseInt(fields[2].strip()));
        }
    }
}

package io.github.scimult.exchange.importing;

import io.github.scimult.core.record.Paper;
import io.github.scimult.exchange.source.FilesOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Papers as JSON of the services that hand them out: one a line, or a list. */
final class PapersFormat implements ImportFormat {
    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson");

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String explanation() {
        return "--in is a file of papers in JSON, one a line or a list, with fields as in CSL-JSON, Crossref, OpenAlex, Semantic Scholar or"
                + " arXiv, or a folder of files .json, .jsonl; keywords become labels, references links.";
    }

    @Override
    public String source() {
        return "Zotero (CSL-JSON), api.crossref.org, api.openalex.org, api.semanticscholar.org, arXiv's metadata";
    }

    @Override
    public boolean leavesBadOut() {
        return true;
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        for (Path file : FilesOf.all(List.of(in), ENDINGS)) {
            ImportFile.records(file, into, (at, key, node) -> {
                PaperFields fields = new PaperFields(node);
                Paper paper = fields.paper("");
                if (paper.title().isEmpty() && paper.text().isEmpty()) {
                    into.bad(at, "this record has neither a title nor an abstract");
                } else if (paper.id().isEmpty()) {
                    into.bad(at, "this paper has no id");
                } else {
                    fields.addTo(at, paper, into);
                }
            });
        }
    }
}

package io.github.scimult.exchange.importing;

import io.github.scimult.core.record.Label;
import io.github.scimult.core.task.Task;
import io.github.scimult.exchange.pubmed.PubmedFile;
import io.github.scimult.exchange.pubmed.PubmedRecord;
import io.github.scimult.exchange.source.FilesOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PubMed's own files ({@code pubmed25n0001.xml.gz}): papers with their MeSH descriptors as labels and their references as links. Files
 * are read from the newest to the oldest, as the newest version of a record counts, and a deletion counts for what is older.
 */
final class MedlineFormat implements ImportFormat {
    @Override
    public String name() {
        return "medline";
    }

    @Override
    public String explanation() {
        return "--in is a file of PubMed's baseline, updates or search results, XML, packed or not, or a folder of them, in the order "
                + "of their names; MeSH descriptors become labels, references links. Updates come after the baseline.";
    }

    @Override
    public String source() {
        return "ftp.ncbi.nlm.nih.gov/pubmed/baseline and updatefiles";
    }

    @Override
    public boolean leavesBadOut() {
        return true;
    }

    @Override
    public void read(Path in, CollectionImport into) throws IOException {
        readAll(List.of(in), into);
    }

    @Override
    public void readAll(List<Path> in, CollectionImport into) throws IOException {
        Set<String> deleted = new HashSet<>();
        for (Path file : FilesOf.all(in, List.of(".xml")).reversed()) {
            deleted.addAll(PubmedFile.read(file, new Reading(file, into, deleted)));
        }
    }

    /**
     * Takes the records of a file.
     *
     * @param deleted what newer files say is deleted
     */
    private record Reading(Path file, CollectionImport into, Set<String> deleted) implements PubmedFile.Visitor {
        @Override
        public void record(long line, PubmedRecord record) throws IOException {
            ImportLine at = new ImportLine(file, line);
            String id = record.paper().id();
            if (id.isEmpty()) {
                into.bad(at, "a citation without PMID");
            } else if (deleted.contains(id) || into.hasPaper(id)) {
                replaced(id);
            } else {
                into.add(at, record.paper());
                for (Map.Entry<String, String> label : record.descriptors().entrySet()) {
                    into.add(at, new Label(label.getKey(), label.getValue(), ""));
                    into.judge(at, Task.CLASSIFICATION, id, label.getKey(), 1);
                }
                for (String cited : record.paper().metadata().references()) {
                    into.cite(id, cited);
                }
            }
        }

        @Override
        public void bad(long line, String message) throws IOException {
            into.bad(new ImportLine(file, line), message);
        }

        @Override
        public void replaced(String pmid) {
            into.count("paper records replaced by a newer version, or deleted");
        }

        @Override
        public void note(long line, String message) throws IOException {
            into.note(new ImportLine(file, line), message);
        }
    }
}

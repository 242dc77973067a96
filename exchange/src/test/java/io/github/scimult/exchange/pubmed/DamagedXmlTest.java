package io.github.scimult.exchange.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One character wrong in the middle one of three records, wherever it is: the others are read, and it is read or named. */
class DamagedXmlTest {
    private static final List<String> CHARACTERS = List.of("", "<", ">", "&", "x", "\"");

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostInSilence() throws IOException {
        String second = article("2", "Second");
        List<String> silent = new ArrayList<>();
        for (int place = 0; place < second.length(); place++) {
            for (String character : CHARACTERS) {
                String damaged = second.substring(0, place) + character + second.substring(place + 1);
                List<String> told = told(article("1", "First") + damaged + article("3", "Third"));
                if (!told.contains("First") || !told.contains("Third") || told.size() < 3) {
                    silent.add(damaged + " → " + told);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static String article(String pmid, String title) {
        return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + pmid + "</PMID><Article><ArticleTitle>" + title
                + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n";
    }

    /** Titles of what was read, and what was said of the rest. */
    private List<String> told(String articles) throws IOException {
        List<String> told = new ArrayList<>();
        Path file =
                Files.writeString(folder.resolve("a.xml"), "<PubmedArticleSet>\n" + articles + "</PubmedArticleSet>\n");
        PubmedFile.read(file, new PubmedFile.Visitor() {
            @Override
            public void record(long line, PubmedRecord record) {
                told.add(record.paper().title());
            }

            @Override
            public void bad(long line, String message) {
                told.add(line + ": " + message);
            }

            @Override
            public void replaced(String pmid) {
                told.add("replaced " + pmid);
            }

            @Override
            public void note(long line, String message) {
                told.add(line + ": " + message);
            }
        });
        return told;
    }
}

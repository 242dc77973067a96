package io.github.scimult.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.record.Label;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vocabularies of SKOS, in each way of writing RDF. */
class SkosImportTest {
    private static final String PREFIXES = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix v: <http://v/> .
            """;
    private static final String ANIMALS = PREFIXES + """
            v: a skos:ConceptScheme ; rdfs:label "animals"@en .
            v:mammals a skos:Concept ; skos:prefLabel "mammals"@en ; skos:narrower v:cats .
            v:cats a skos:Concept ;
                skos:prefLabel "cats"@en, "kissat"@fi ;
                skos:altLabel "felines"@en, "kissaeläimet"@fi ; skos:hiddenLabel "catz"@en ;
                skos:scopeNote "Wild ones too."@en ; skos:definition "Animals that purr."@en ;
                skos:notation "599.75" ; skos:exactMatch <http://other/cats> ; skos:broader v:pets .
            v:dogs a skos:Concept ; skos:prefLabel "dogs"@en ; skos:scopeNote "Wolves not."@en ; skos:broader v:mammals .
            v:old a skos:Concept ; skos:prefLabel "old"@en ; owl:deprecated true .
            """;

    private ImportFolders folders;

    @BeforeEach
    void folders(@TempDir Path root) {
        folders = new ImportFolders(root);
    }

    private String imported(ImportOptions options, String name, String content) throws IOException {
        Path documents = folders.write("d.tsv", "A text\t<http://v/cats> <http://v/old>\n");
        return CollectionImport.run(
                ImportFormats.of("annif"),
                List.of(documents, folders.write(name, content)),
                folders.out(),
                options,
                read -> {});
    }

    private Map<String, Label> labels() throws IOException {
        try (LiteratureCollection collection = LiteratureCollection.open(folders.out())) {
            Map<String, Label> labels = new LinkedHashMap<>();
            for (int row = 0; row < collection.labels().size(); row++) {
                Label label = collection.labels().get(row);
                labels.put(label.id(), label);
            }
            return labels;
        }
    }

    @Test
    void aConceptIsALabelWithItsNamesDefinitionParentsAndNotation() throws IOException {
        imported(ImportOptions.DEFAULTS, "v.ttl", ANIMALS);
        assertThat(labels())
                .containsOnlyKeys("http://v/mammals", "http://v/cats", "http://v/dogs")
                .containsEntry(
                        "http://v/cats",
                        new Label(
                                "http://v/cats",
                                "cats",
                                "Animals that purr.",
                                List.of("felines", "catz"),
                                List.of("http://v/mammals"),
                                "599.75"))
                .containsEntry(
                        "http://v/dogs",
                        new Label("http://v/dogs", "dogs", "Wolves not.", List.of(), List.of("http://v/mammals")));
    }

    @Test
    void aConceptThatIsDeprecatedIsLeftOutAndSoAreItsAssignments() throws IOException {
        String report = imported(ImportOptions.DEFAULTS, "v.ttl", ANIMALS);
        assertThat(report)
                .contains("1 deprecated concepts left out")
                .contains("1 assigned subjects left out, as they are deprecated")
                .contains("the subject <http://v/old> is deprecated");
        assertThat(folders.qrels("classification/train").lines()).hasSize(1);
    }

    @Test
    void namesAreInTheLanguageThatMostConceptsHaveUnlessAnotherIsAskedFor() throws IOException {
        String report = imported(ImportOptions.DEFAULTS, "v.ttl", ANIMALS);
        assertThat(report)
                .contains("names of the vocabulary: en, which most concepts have")
                .contains("fi 1");
    }

    @Test
    void namesOfAnotherLanguageStandInWhereTheWantedOneHasNone() throws IOException {
        String report = imported(ImportOptions.DEFAULTS.inLanguage("fi"), "v.ttl", ANIMALS);
        assertThat(labels().get("http://v/cats").name()).isEqualTo("kissat");
        assertThat(labels().get("http://v/cats").synonyms()).containsExactly("kissaeläimet");
        assertThat(labels().get("http://v/dogs").name()).isEqualTo("dogs");
        assertThat(report).contains("2 concepts without a name in fi, named in another language");
    }

    @Test
    void aLanguageThatNoConceptHasIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> imported(ImportOptions.DEFAULTS.inLanguage("sv"), "v.ttl", ANIMALS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'sv'")
                .hasMessageContaining("en, fi");
    }

    @Test
    void aVarietyOfALanguageCountsForIt() throws IOException {
        imported(
                ImportOptions.DEFAULTS.inLanguage("en"),
                "v.ttl",
                PREFIXES + "v:cats a skos:Concept ; skos:prefLabel \"Katzen\"@de, \"cats\"@en-GB .\n");
        assertThat(labels().get("http://v/cats").name()).isEqualTo("cats");
    }

    @Test
    void aPlainLabelIsTheNameOfAConceptWithoutAPreferredOne() throws IOException {
        imported(ImportOptions.DEFAULTS, "v.ttl", PREFIXES + "v:cats a skos:Concept ; rdfs:label \"cats\" .\n");
        assertThat(labels().get("http://v/cats").name()).isEqualTo("cats");
    }

    @Test
    void rdfXmlIsReadAsTurtleIs() throws IOException {
        imported(ImportOptions.DEFAULTS, "v.rdf", """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE rdf:RDF [<!ENTITY skos "http://www.w3.org/2004/02/skos/core#">]>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="&skos;" xmlns:owl="http://www.w3.org/2002/07/owl#">
                  <skos:Concept rdf:about="http://v/cats">
                    <skos:prefLabel xml:lang="en">cats</skos:prefLabel>
                    <skos:altLabel xml:lang="en">felines</skos:altLabel>
                  </skos:Concept>
                  <rdf:Description rdf:about="http://v/old">
                    <rdf:type rdf:resource="&skos;Concept"/>
                    <owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</owl:deprecated>
                  </rdf:Description>
                </rdf:RDF>
                """);
        assertThat(labels())
                .containsExactly(Map.entry(
                        "http://v/cats", new Label("http://v/cats", "cats", "", List.of("felines"), List.of())));
    }

    @Test
    void jsonLdIsReadAsTurtleIsWhateverItsNameEndsIn() throws IOException {
        imported(ImportOptions.DEFAULTS, "v.json", """
                {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#", "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"}},
                 "@graph": [{"@id": "http://v/cats", "@type": "skos:Concept", "prefLabel": {"en": "cats", "fi": "kissat"}}]}
                """);
        assertThat(labels().get("http://v/cats").name()).isEqualTo("cats");
    }

    @Test
    void aContextElsewhereIsNotFetched() {
        assertThatThrownBy(() -> imported(
                        ImportOptions.DEFAULTS,
                        "v.jsonld",
                        "{\"@context\": \"http://localhost:1/context.jsonld\", \"@id\": \"http://v/cats\"}"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("v.jsonld");
    }

    @Test
    void nTriplesAreTurtle() throws IOException {
        imported(ImportOptions.DEFAULTS, "v.nt", """
                <http://v/cats> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept> .
                <http://v/cats> <http://www.w3.org/2004/02/skos/core#prefLabel> "cats"@en .
                """);
        assertThat(labels()).containsOnlyKeys("http://v/cats");
    }

    @Test
    void aMistakeInAVocabularyIsNamedWithItsLine() {
        assertThatThrownBy(() -> imported(ImportOptions.DEFAULTS, "v.ttl", PREFIXES + "v:cats a ; .\n"))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("v.ttl:5")
                .hasMessageContaining("no sound Turtle");
    }

    @Test
    void aFileWithoutConceptsIsRefused() {
        assertThatThrownBy(() -> imported(ImportOptions.DEFAULTS, "v.ttl", PREFIXES))
                .isInstanceOf(BadDataException.class)
                .hasMessageContaining("there is no concept in this file");
    }

    @Test
    void whatSeveralFilesSayOfAConceptIsTakenTogether() throws IOException {
        folders.write("more.ttl", PREFIXES + "v:cats a skos:Concept ; skos:altLabel \"moggies\"@en .\n");
        Path documents = folders.write("d.tsv", "A text\t<http://v/cats>\n");
        CollectionImport.run(
                ImportFormats.of("annif"),
                List.of(
                        documents,
                        folders.write("v.ttl", ANIMALS),
                        folders.root().resolve("in/more.ttl")),
                folders.out(),
                ImportOptions.DEFAULTS,
                read -> {});
        assertThat(labels().get("http://v/cats").synonyms()).contains("felines", "moggies");
    }
}

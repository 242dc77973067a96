package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.text.TextRole;
import io.github.scimult.server.ServedFixture.Answer;
import io.github.scimult.server.http.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients say whether a text is searched with: models with prompts read another one before it. */
class InputRoleTest {
    @TempDir
    private Path folder;

    private final Map<String, TextRole> roles = new ConcurrentSkipListMap<>();
    private final WordCountEncoder encoder = new WordCountEncoder(text -> roles.put(text.plain(), text.role()));
    private ServedFixture served;

    @BeforeEach
    void start() throws IOException {
        served = ServedFixture.start(folder, Set.of(), Limits.DEFAULTS, encoder);
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/embed         | {'inputs': 'a b'}                                             | DOCUMENT",
                "/embed         | {'inputs': 'a b', 'prompt_name': 'query'}                     | QUERY",
                "/embed         | {'inputs': 'a b', 'prompt_name': 'query', 'model': 'search'}  | QUERY",
                "/embed         | {'inputs': 'a b', 'prompt_name': 'passage'}                   | DOCUMENT",
                "/embed         | {'inputs': 'a b', 'prompt_name': 'link'}                      | DOCUMENT",
                "/v1/embeddings | {'input': 'a b', 'model': 'search'}                           | DOCUMENT",
                "/v1/embeddings | {'input': 'a b', 'model': 'search', 'input_type': 'query'}    | QUERY",
                "/v1/embeddings | {'input': 'a b', 'model': 'search', 'input_type': 'search_document'} | DOCUMENT",
                "/rerank        | {'query': 'a b', 'texts': ['c']}                              | QUERY",
                "/v1/rerank     | {'query': 'a b', 'documents': ['c']}                          | QUERY",
                "/v1/rerank     | {'query': 'a b', 'documents': ['c'], 'model': 'link'}         | DOCUMENT"
            },
            quoteCharacter = '`')
    void aTextIsReadInTheRoleThatTheClientNames(String path, String body, TextRole role) throws Exception {
        Answer answer = served.post(path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(roles).containsEntry("a b", role);
    }

    @Test
    void theTextsThatAreOrderedAreDocuments() throws Exception {
        served.post("/rerank", "{\"query\": \"a\", \"texts\": [\"c d\"]}");
        assertThat(roles).containsEntry("c d", TextRole.DOCUMENT);
    }

    @Test
    void anotherRoleIsRefusedByItsField() throws Exception {
        Answer answer = served.post(
                "/v1/embeddings", "{\"input\": \"a\", \"model\": \"search\", \"input_type\": \"clustering\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("'input_type' is 'clustering'", "query", "document");
    }

    @Test
    void whatIsSearchedForIsAQuery() throws Exception {
        served.get("/api/search?q=drawing+trees");
        assertThat(roles).containsEntry("drawing trees", TextRole.QUERY);
    }
}

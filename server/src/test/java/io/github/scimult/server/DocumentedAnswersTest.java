package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.scimult.server.ServedFixture.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tests' client holds every answer against: it would see what is not described. */
class DocumentedAnswersTest {
    private static final String DOCUMENT = """
            {"paths": {"/a/{id}": {"get": {"responses": {"200": {"content": {"application/json": {"schema":
              {"$ref": "#/components/schemas/Count"}}}}}}}},
             "components": {"schemas": {
               "Count": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]},
               "Problem": {"type": "object", "properties": {"status": {"type": "integer"}}, "required": ["status"]}}}}""";

    private static void check(String path, int status, String type, String body) throws Exception {
        new DocumentedAnswers(JsonMapper.builder().build().readTree(DOCUMENT))
                .check(
                        HttpRequest.newBuilder(URI.create("http://localhost" + path))
                                .build(),
                        new Answer(status, type, body, null));
    }

    @Test
    void anAnswerAsDescribedPasses() {
        assertThatCode(() -> check("/a/1", 200, "application/json;charset=utf-8", "{\"n\": 1}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("/nothing", 404, "application/problem+json", "{\"status\": 404}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a/1|200|application/json|{\"n\": \"1\"}",
                "/a/1|200|application/json|{}",
                "/a/1|200|application/json|{\"n\": 1, \"further\": 2}",
                "/a/1|200|text/plain|1",
                "/a/1|201|application/json|{\"n\": 1}",
                "/a/1|404|application/json|{\"status\": 404}",
                "/nothing|404|text/html|<html>",
                "/nothing|404|application/problem+json|{\"status\": \"404\"}"
            })
    void whatIsNotDescribedFails(String path, int status, String type, String body) {
        assertThatThrownBy(() -> check(path, status, type, body)).isInstanceOf(AssertionError.class);
    }
}

package io.github.scimult.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.search.map.CollectionMap;
import io.github.scimult.search.map.MapFile;
import io.github.scimult.server.http.Limits;
import io.github.scimult.server.http.Route;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API's description says of each route holds of the route. */
class RouteContractTest {
    @TempDir
    private Path folder;

    private ServedFixture served;
    private List<DescribedRoute> routes;

    @BeforeEach
    void start() throws Exception {
        served = ServedFixture.start(folder);
        routes = DescribedRoute.of(served.get("/openapi.json").json());
        Path index = folder.resolve("index");
        CollectionMap.Place place = new CollectionMap.Place("1", "Graph drawing", 0.5f, 0.5f, -1);
        MapFile.write(index, new CollectionMap(List.of(place), List.of(), List.of()));
        Files.writeString(index.resolve("tags.html"), "<!doctype html>");
        served.put("/api/papers", """
                [{"_id": "17", "title": "Drawing graphs", "metadata": {"references": ["1", "9"]}},
                 {"_id": "18", "title": "Drawing trees"}]""");
        served.put("/api/labels", """
                [{"_id": "networks", "name": "networks"}, {"_id": "sketches", "name": "sketches"}]""");
    }

    @AfterEach
    void stop() throws IOException {
        served.close();
    }

    @Test
    void everyRouteIsDescribedOnce() {
        assertThat(routes.stream().map(route -> route.method() + " " + route.path()))
                .containsExactlyInAnyOrderElementsOf(served.server().routes().stream()
                        .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " " + route.path())
                        .toList());
        assertThat(routes.stream()
                        .map(route -> route.operation().get("operationId").asText()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void everyRouteAnswersItsOwnExampleAsItsSchemaSays() throws Exception {
        for (DescribedRoute route : routes) {
            String name = route.method() + " " + route.path();
            ServedFixture.Answer answer = served.send(route.example(served));
            if (route.answersNothing()) {
                assertThat(answer.status()).as(name).isEqualTo(204);
                assertThat(answer.body()).as(name).isEmpty();
                continue;
            }
            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(answer.type()).as(name).startsWith(route.answerType());
            JsonNode value = route.answerType().equals("application/json")
                    ? answer.json()
                    : JsonNodeFactory.instance.textNode(answer.body());
            assertThat(route.violations(route.answer().get("schema"), value))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void theExamplesAreAsTheSchemasSay() {
        for (DescribedRoute route : routes) {
            String name = route.method() + " " + route.path();
            if (!route.answersNothing()) {
                assertThat(route.violations(
                                route.answer().get("schema"), route.answer().get("example")))
                        .as(name)
                        .isEmpty();
            }
            if (route.hasBody()) {
                assertThat(route.violations(
                                route.body().get("schema"), route.body().get("example")))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @Test
    void whatASchemaForbidsTheRouteRefusesWithAProblem() throws Exception {
        for (DescribedRoute route : routes) {
            if (route.hasBody()) {
                JsonNode wrong = JsonNodeFactory.instance.objectNode();
                assertThat(route.violations(route.body().get("schema"), wrong))
                        .as(route.path())
                        .satisfiesAnyOf(
                                violations -> assertThat(violations).isNotEmpty(),
                                violations -> assertThat(route.path()).isIn("/api/tag", "/api/cite"));
                ServedFixture.Answer answer =
                        served.send(served.request(route.path().replaceAll("\\{[a-z]+}", "g"))
                                .method(
                                        route.method().toUpperCase(Locale.ROOT),
                                        HttpRequest.BodyPublishers.ofString(wrong.toString()))
                                .build());
                assertThat(answer.status()).as(route.path()).isEqualTo(400);
                assertThat(answer.type()).startsWith("application/problem+json");
                assertThat(route.violations(route.problemSchema(), answer.json()))
                        .isEmpty();
            }
        }
    }

    @Test
    void aParameterIsDescribedWithTypeBoundsAndWhetherItIsNeeded() {
        JsonNode parameters = routes.getFirst().operation().get("parameters");
        assertThat(parameters.get(0).toString())
                .isEqualTo("{\"name\":\"q\",\"in\":\"query\",\"required\":false,\"description\":"
                        + "\"The query; may be left out where a filter or a sort says what is wanted.\","
                        + "\"schema\":{\"type\":\"string\",\"maxLength\":100000},\"example\":\"drawing graphs\"}");
        assertThat(parameters.get(1).toString())
                .isEqualTo("{\"name\":\"top\",\"in\":\"query\",\"required\":false,"
                        + "\"description\":\"The number of results; 10 if not given.\","
                        + "\"schema\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":500}}");
    }

    @Test
    void keysAreDescribedWhereTheyAreNeeded() throws Exception {
        assertThat(served.get("/openapi.json").json().has("security")).isFalse();
        try (ServedFixture guarded = ServedFixture.start(
                folder.resolve("guarded"), Set.of("secret"), Limits.DEFAULTS, new WordCountEncoder())) {
            JsonNode document = guarded.get("/openapi.json").json();
            assertThat(document.at("/components/securitySchemes/key/scheme").asText())
                    .isEqualTo("bearer");
            assertThat(document.get("security").toString()).isEqualTo("[{\"key\":[]}]");
            for (Route<?> route : guarded.server().routes()) {
                if (route.method().name().equals("GET")) {
                    JsonNode security =
                            document.get("paths").get(route.path()).get("get").path("security");
                    int status =
                            guarded.get(route.path().replaceAll("\\{.*}", "x")).status();
                    assertThat(status == 401).as(route.path()).isEqualTo(security.isMissingNode());
                }
            }
        }
    }
}

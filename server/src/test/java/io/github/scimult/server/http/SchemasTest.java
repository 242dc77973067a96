package io.github.scimult.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.scimult.core.configuration.OneOrMore;
import io.github.scimult.core.storage.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the API's description says of the records that routes read and write. */
class SchemasTest {
    private static final Limits LIMITS = new Limits(1_024, 7, 99, 20, 50, 3);

    private final Schemas schemas = new Schemas(Json.MAPPER.createObjectNode(), LIMITS);

    /** One of each kind of part. */
    record Order(
            @JsonPropertyDescription("Who orders.") String name,
            int count,
            double weight,
            boolean urgent,
            Colour colour,
            @Range(min = 1, max = 9) Optional<Integer> floor,
            Optional<String> note,
            @NotEmpty List<String> lines,
            @OneOrMore List<String> tags,
            @ResultCount Optional<Integer> top,
            Optional<Address> address) {}

    record Address(@JsonProperty("postal_code") String postalCode) {}

    enum Colour {
        @JsonProperty("red")
        RED,
        @JsonProperty("dark-blue")
        DARK_BLUE
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Sparse(Optional<String> perhaps, String always) {}

    record Holder(Value value) {}

    sealed interface Value {}

    record Many(@JsonValue List<Double> values) implements Value {}

    record One(@JsonValue String value) implements Value {}

    record Unknown(Thread thread) {}

    private JsonNode request() {
        schemas.ofRequest(Order.class);
        return schemas.components().get("SchemasTestOrder");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void aRecordStandsOnceAndIsReferredTo() {
        assertThat(schemas.ofRequest(Order.class).toString())
                .isEqualTo("{\"$ref\":\"#/components/schemas/SchemasTestOrder\"}");
        schemas.ofRequest(Order.class);
        assertThat(schemas.components().size()).isEqualTo(2);
    }

    @Test
    void whatARequestMayOmitIsNotRequired() {
        assertThat(texts(request().get("required")))
                .containsExactly("name", "count", "weight", "urgent", "colour", "lines");
        assertThat(request().get("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void typesAreThoseOfJson() {
        JsonNode properties = request().get("properties");
        assertThat(properties.at("/name/type").asText()).isEqualTo("string");
        assertThat(properties.at("/count/type").asText()).isEqualTo("integer");
        assertThat(properties.at("/weight/type").asText()).isEqualTo("number");
        assertThat(properties.at("/urgent/type").asText()).isEqualTo("boolean");
        assertThat(texts(properties.at("/colour/enum"))).containsExactly("red", "dark-blue");
        assertThat(properties.at("/lines/items/type").asText()).isEqualTo("string");
    }

    @Test
    void boundsAreThoseOfTheServer() {
        JsonNode properties = request().get("properties");
        assertThat(properties.at("/name/maxLength").asInt()).isEqualTo(99);
        assertThat(properties.at("/name/minLength").asInt()).isEqualTo(1);
        assertThat(properties.at("/note/minLength").isMissingNode()).isTrue();
        assertThat(properties.at("/lines/maxItems").asInt()).isEqualTo(7);
        assertThat(properties.at("/lines/minItems").asInt()).isEqualTo(1);
        assertThat(properties.at("/floor/minimum").asInt()).isEqualTo(1);
        assertThat(properties.at("/floor/maximum").asInt()).isEqualTo(9);
        assertThat(properties.at("/top/minimum").asInt()).isEqualTo(1);
        assertThat(properties.at("/top/maximum").asInt()).isEqualTo(50);
    }

    @Test
    void whatMayStandWithoutAListIsDescribedAsAListThatClientsCanBeGeneratedFor() {
        JsonNode tags = request().at("/properties/tags");
        assertThat(tags.get("type").asText()).isEqualTo("array");
        assertThat(tags.get("description").asText()).isEqualTo("A single one may stand without a list.");
    }

    @Test
    void numbersSayHowLargeTheyGet() {
        JsonNode properties = request().get("properties");
        assertThat(properties.at("/count/format").asText()).isEqualTo("int32");
        assertThat(properties.at("/weight/format").asText()).isEqualTo("double");
        assertThat(properties.at("/name/format").isMissingNode()).isTrue();
    }

    @Test
    void sentencesOfTheRecordDescribeItsParts() {
        assertThat(request().at("/properties/name/description").asText()).isEqualTo("Who orders.");
        assertThat(request().at("/properties/count/description").isMissingNode())
                .isTrue();
    }

    @Test
    void partsHaveTheNamesThatJsonHas() {
        schemas.ofRequest(Address.class);
        JsonNode address = schemas.components().get("SchemasTestAddress");
        assertThat(address.at("/properties/postal_code/type").asText()).isEqualTo("string");
        assertThat(texts(address.get("required"))).containsExactly("postal_code");
    }

    @Test
    void anAnswerHasEveryPartAndEmptyOnesAreNull() {
        schemas.ofAnswer(Order.class);
        JsonNode order = schemas.components().get("SchemasTestOrder");
        assertThat(texts(order.get("required"))).contains("note", "floor", "address", "top");
        assertThat(texts(order.at("/properties/note/type"))).containsExactly("string", "null");
        assertThat(order.at("/properties/address/anyOf/1/type").asText()).isEqualTo("null");
        assertThat(order.has("additionalProperties")).isFalse();
    }

    @Test
    void anAnswerThatLeavesEmptyPartsOutSaysSo() {
        schemas.ofAnswer(Sparse.class);
        JsonNode sparse = schemas.components().get("SchemasTestSparse");
        assertThat(texts(sparse.get("required"))).containsExactly("always");
        assertThat(sparse.at("/properties/perhaps/type").asText()).isEqualTo("string");
    }

    @Test
    void oneOfSeveralTypesIsDescribedByAConditionThatClientsCanBeGeneratedFor() {
        schemas.ofAnswer(Holder.class);
        assertThat(schemas.components()
                        .at("/SchemasTestHolder/properties/value")
                        .toString())
                .isEqualTo("{\"if\":{\"type\":\"array\"},"
                        + "\"then\":{\"type\":\"array\",\"items\":{\"type\":\"number\",\"format\":\"double\"}},"
                        + "\"else\":{\"type\":\"string\"}}");
    }

    @Test
    void aTypeThatJsonDoesNotKnowIsAMistake() {
        assertThatThrownBy(() -> schemas.ofAnswer(Unknown.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("java.lang.Thread");
    }
}

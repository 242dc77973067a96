package io.github.scimult.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests say, bound to records without defaults. */
class RecordBinderTest {
    private static final RecordBinder BINDER = RecordBinder.ofRequests("field");

    record Order(
            String dish,
            Optional<Integer> guests,
            @OneOrMore List<String> without,
            @JsonProperty("to_go") Optional<Boolean> toGo,
            @Formerly("hotness") Optional<Double> chiliWeight) {
        Order {
            if (dish.isBlank()) {
                throw new IllegalArgumentException("'dish' is empty");
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tolerant(String dish) {}

    private static ObjectNode json(String json) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }

    @Test
    void whatIsNotNamedIsEmpty() throws Exception {
        assertThat(BINDER.bind(Order.class, json("{\"dish\": \"soup\"}")))
                .isEqualTo(new Order("soup", Optional.empty(), List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void numbersAndTruthValuesAreReadFromTextsToo() throws Exception {
        Order order = new Order("soup", Optional.of(3), List.of("salt"), Optional.of(true), Optional.of(0.5));
        assertThat(BINDER.bind(
                        Order.class,
                        json("{\"dish\": \"soup\", \"guests\": 3, \"without\": \"salt\", \"to_go\": true,"
                                + " \"chiliWeight\": 5e-1}")))
                .isEqualTo(order);
        assertThat(BINDER.bind(
                        Order.class,
                        json("{\"dish\": \"soup\", \"guests\": \"3\", \"without\": [\"salt\"], \"to_go\": \"true\","
                                + " \"chiliWeight\": \".5\"}")))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|'dish' is missing and has no default: add it.",
                "{\"dish\": 3}|'dish' must be a text, not '3'.",
                "{\"dish\": [3]}|'dish' must be one value, not a list.",
                "{\"dish\": \" \"}|'dish' is empty",
                "{\"dish\": \"a\", \"guests\": 2.5}|'guests' must be a whole number, not '2.5'.",
                "{\"dish\": \"a\", \"guests\": {}}|'guests' must be one value, not a group of fields.",
                "{\"dish\": \"a\", \"without\": 3}|'without[0]' must be a text, not '3'.",
                "{\"dish\": \"a\", \"without\": [\"b\", 3]}|'without[1]' must be a text, not '3'.",
                "{\"dish\": \"a\", \"toGo\": true}|there is no field 'toGo'. Did you mean 'to_go'? Known here: dish, guests, without, to_go, chiliWeight.",
                "{\"dish\": \"a\", \"hotness\": 1}|there is no field 'hotness'. It is called 'chiliWeight' now.",
            })
    void whatDoesNotFitIsToldByName(String body, String told) {
        assertThatThrownBy(() -> BINDER.bind(Order.class, json(body)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(told);
    }

    @Test
    void otherProgramsMaySendWhatIsNotNeeded() throws Exception {
        assertThat(BINDER.bind(Tolerant.class, json("{\"dish\": \"soup\", \"user\": {\"id\": 1}}")))
                .isEqualTo(new Tolerant("soup"));
    }
}

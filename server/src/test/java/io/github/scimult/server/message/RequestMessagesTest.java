package io.github.scimult.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.scimult.server.message.FeedbackRequest.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that contradict themselves are refused when they are made, whoever makes them. */
class RequestMessagesTest {
    private static Optional<String> given(String text) {
        return Optional.ofNullable(text);
    }

    private static CiteRequest cite(String paper, String title, String text) {
        return new CiteRequest(
                given(paper),
                given(title),
                given(text),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TagRequest tag(String paper, String title, String text) {
        return new TagRequest(
                given(paper),
                given(title),
                given(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({", ,", "p, t,", "p, , a", "p, t, a"})
    void aboutAPaperOrAboutATextAndNotBoth(String paper, String title, String text) {
        assertThatThrownBy(() -> cite(paper, title, text)).hasMessageContaining("say about what");
        assertThatThrownBy(() -> tag(paper, title, text)).hasMessageContaining("say about what");
    }

    @ParameterizedTest
    @CsvSource({"' ', ", ", '\t'", "'', ''"})
    void aTextThatSaysNothingIsRefused(String title, String text) {
        assertThatThrownBy(() -> cite(null, title, text)).hasMessageContaining("are empty");
        assertThatThrownBy(() -> tag(null, title, text)).hasMessageContaining("are empty");
    }

    @Test
    void aTitleOrAnAbstractAloneIsEnough() {
        assertThat(cite(null, "Graphs", null).segments().segments()).containsExactly("Graphs");
        assertThat(tag(null, null, "We draw.").segments().segments()).containsExactly("We draw.");
        assertThat(tag(null, "Graphs", "We draw.").segments().segments()).containsExactly("Graphs", "We draw.");
        assertThat(cite("p", null, null).segments().segments()).isEmpty();
    }

    @Test
    void shortFormsSayWhatTheyName() {
        assertThat(CiteRequest.of("p", 3).top()).hasValue(3);
        assertThat(CiteRequest.of("p", 3).paper()).hasValue("p");
        assertThat(TagRequest.of("t", "a", 2).segments().segments()).containsExactly("t", "a");
        assertThat(new SearchRequest("graphs").top()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void feedbackNeedsWhatItsSubjectWasAskedWith(Subject subject) {
        boolean search = subject == Subject.SEARCH;
        assertThatThrownBy(() -> feedback(subject, search ? null : "graphs", search ? "p" : null))
                .hasMessage("'" + (search ? "query" : "paper") + "' is missing");
        assertThatThrownBy(() -> feedback(subject, search ? "  " : null, search ? null : ""))
                .hasMessageContaining("is missing");
        FeedbackRequest whole = feedback(subject, search ? "graphs" : null, search ? null : "p");
        assertThat(whole.asked()).isEqualTo(search ? "graphs" : "p");
    }

    private static FeedbackRequest feedback(Subject subject, String query, String paper) {
        return new FeedbackRequest(subject, given(query), given(paper), "answer", true);
    }
}

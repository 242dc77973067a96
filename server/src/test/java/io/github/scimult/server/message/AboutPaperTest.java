package io.github.scimult.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AboutPaperTest {
    @Test
    void aTextCopiedFromAPublishersPageComesWithoutItsMarkup() {
        TagRequest request = TagRequest.of("The &lt;i&gt;fly&lt;/i&gt;", "<p>H<sub>2</sub>O &amp; p < 0.05</p>", 5);

        assertThat(request.segments().segments()).containsExactly("The fly", "H2O & p < 0.05");
    }
}

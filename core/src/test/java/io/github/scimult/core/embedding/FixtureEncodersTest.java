package io.github.scimult.core.embedding;

import io.github.scimult.core.fixture.TextEncoderContract;
import io.github.scimult.core.fixture.WordCountEncoder;
import io.github.scimult.core.fixture.WordEncoder;
import org.junit.jupiter.api.Nested;

/** The encoders that tests work with are encoders. */
class FixtureEncodersTest {
    @Nested
    class Words extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return new WordEncoder("words", 0.1);
        }
    }

    @Nested
    class WordsInOneSpace extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return new WordEncoder("words", 0).withOneSpace();
        }
    }

    @Nested
    class WordCounts extends TextEncoderContract {
        @Override
        protected TextEncoder open() {
            return new WordCountEncoder();
        }
    }
}

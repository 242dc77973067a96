package io.github.scimult.evaluation;

import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.fixture.TopicCollection;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that evaluate on the made-up collection of topics, open while one runs. */
abstract class OnTopicCollection {
    @TempDir
    Path folder;

    LiteratureCollection collection;

    @BeforeEach
    void open() throws IOException {
        collection = TopicCollection.open(folder.resolve("made"));
    }

    @AfterEach
    void close() {
        collection.close();
    }
}

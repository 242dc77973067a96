package io.github.scimult.core.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdTableTest {
    @Test
    void rowsAreThoseOfAnOrdinaryMap() {
        Random random = new Random(7);
        IdTable table = new IdTable();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String id = (i % 3 == 0 ? "é-" : "10.1109/tvcg.") + random.nextInt(40_000);
            Integer earlier = expected.putIfAbsent(id, expected.size());
            assertThat(table.add(id.getBytes(StandardCharsets.UTF_8))).isEqualTo(earlier == null ? -1 : earlier);
        }
        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach((id, row) -> {
            assertThat(table.row(id)).isEqualTo(row);
            assertThat(table.id(row)).isEqualTo(id);
        });
        assertThat(table.row("10.1109/tvcg.")).isEqualTo(-1);
    }

    @Test
    void idsOfTheSameHashAreToldApart() {
        IdTable table = new IdTable();
        assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode());
        assertThat(table.add("AaAa".getBytes(StandardCharsets.UTF_8))).isEqualTo(-1);
        assertThat(table.add("BBBB".getBytes(StandardCharsets.UTF_8))).isEqualTo(-1);
        assertThat(table.row("BBBB")).isEqualTo(1);
        assertThat(table.row("AaBB")).isEqualTo(-1);
    }
}

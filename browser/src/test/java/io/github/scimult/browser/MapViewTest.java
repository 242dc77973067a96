package io.github.scimult.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a map is seen at first: everything but stray papers, turned so that it is as large as can be; and which colour is which label. */
class MapViewTest extends ServedPage {
    /** A cloud of 1,000 papers about 10 wide and 2 high, at an angle, an island of ten beside it, and two papers far away. */
    private static final String PAPERS = """
            const at = (along, across) => ({ x: along * 0.6 - across * 0.8, y: along * 0.8 + across * 0.6 });
            const papers = [];
            for (let i = 0; i < 1000; i++) {
              papers.push(at((i % 50) / 5 - 5, Math.floor(i / 50) / 10 - 1));
            }
            for (let i = 0; i < 10; i++) {
              papers.push(at(9 + i / 100, 0));
            }
            papers.push(at(0, 300), at(0, -300));
            """;

    @SuppressWarnings("unchecked")
    private Map<String, Object> run(String script) {
        go("/");
        return (Map<String, Object>) page.evaluate(
                "async () => { const { extent, turn } = await import('/mapextent.js'); " + PAPERS + script + " }");
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void aMapIsTurnedUntilItIsAsLargeInItsFrameAsCanBe() {
        Map<String, Object> seen = run("""
                const before = extent(papers);
                const map = { papers, regions: [{ name: "island", ...at(9, 0) }] };
                turn(map, 2);
                const after = extent(papers);
                return { before: Math.min(2 / before.width, 1 / before.height), after: Math.min(2 / after.width, 1 / after.height),
                  island: Math.hypot(map.regions[0].x - papers[1000].x, map.regions[0].y - papers[1000].y) };
                """);
        assertThat(number(seen.get("after"))).isGreaterThan(1.4 * number(seen.get("before")));
        assertThat(number(seen.get("island"))).as("its name lies where it lies").isLessThan(1e-9);
    }

    @Test
    void anIslandIsSeenAndStrayPapersAreNot() {
        Map<String, Object> seen = run("""
                const flat = papers.map(({ x, y }) => ({ x: x * 0.6 + y * 0.8, y: y * 0.6 - x * 0.8 }));
                const all = extent(flat);
                return { right: all.x + all.width / 2, height: all.height };
                """);
        assertThat(number(seen.get("right"))).isGreaterThan(9.1);
        assertThat(number(seen.get("height"))).isLessThan(5);
    }

    @Test
    void mapsOfNoPaperAndOfOneHaveAnExtent() {
        for (String papers : List.of("[]", "[{ x: 3, y: 4 }]")) {
            Map<String, Object> seen =
                    run("const map = { papers: " + papers + " }; turn(map, 2); return extent(map.papers);");
            assertThat(number(seen.get("width"))).isPositive().isFinite();
        }
    }

    @Test
    void labelsOfOneNameAreToldApartByTheirIds() {
        go("/");
        Object names = page.evaluate("""
                async () => {
                  const { legend } = await import("/maplegend.js");
                  const labels = [{ id: "D1", name: "Cells" }, { id: "D2", name: "Blood" }, { id: "D3", name: "Cells" }];
                  return [...legend(labels).querySelectorAll("a")].map((link) => link.textContent);
                }""");
        assertThat(names).isEqualTo(List.of("Cells (D1)", "Blood", "Cells (D3)"));
    }
}

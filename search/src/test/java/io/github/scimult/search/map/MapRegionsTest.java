package io.github.scimult.search.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.search.record.IndexedPaper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Regions of a map are where papers lie together, and are called by what sets their papers apart. */
class MapRegionsTest {
    private static final int GROUPS = 4;
    private static final int PAPERS = 40;

    /** Groups in the corners, one after the other. */
    private static float[][] corners() {
        SplittableRandom random = new SplittableRandom(5);
        float[][] places = new float[GROUPS * PAPERS][];
        for (int i = 0; i < places.length; i++) {
            int group = i / PAPERS;
            places[i] = new float[] {
                (float) (group % 2 * 0.8 + 0.1 * random.nextDouble()),
                (float) (group / 2 * 0.8 + 0.1 * random.nextDouble())
            };
        }
        return places;
    }

    private static IndexedPaper paper(int group, boolean labelled) {
        List<String> labels = labelled ? List.of("everything", "l" + group) : List.of();
        String title = "The study of gadget" + group + " engines";
        return new IndexedPaper("p", title, "", List.of(), "", null, List.of(), labels, Map.of());
    }

    private static RegionNames.Found names(MapRegions regions, boolean labelled) {
        List<IndexedPaper> papers = new ArrayList<>();
        for (int i = 0; i < GROUPS * PAPERS; i++) {
            papers.add(paper(i / PAPERS, labelled));
        }
        return new RegionNames(papers, regions).find();
    }

    @Test
    void papersThatLieTogetherAreOneRegion() {
        MapRegions regions = MapRegions.of(corners());
        assertThat(regions.number()).isEqualTo(GROUPS);
        for (int region = 0; region < GROUPS; region++) {
            Set<Integer> groups = new HashSet<>();
            regions.papers(region).forEach(paper -> groups.add(paper / PAPERS));
            assertThat(groups).hasSize(1);
        }
    }

    @Test
    void aRegionIsCalledByTheLabelThatSetsItsPapersApart() {
        RegionNames.Found found = names(MapRegions.of(corners()), true);
        assertThat(found.labels().values()).containsExactlyInAnyOrder("l0", "l1", "l2", "l3");
        assertThat(found.phrases()).isEmpty();
    }

    @Test
    void withoutLabelsItIsCalledByAPhraseOfTitles() {
        RegionNames.Found found = names(MapRegions.of(corners()), false);
        assertThat(found.labels()).isEmpty();
        assertThat(found.phrases().values())
                .hasSize(GROUPS)
                .allMatch(phrase -> phrase.matches("gadget\\d( engines)?|study gadget\\d"));
    }

    @Test
    void aMapWithoutPapersHasNoRegion() {
        MapRegions none = MapRegions.of(new float[0][]);
        assertThat(none.number()).isZero();
        assertThat(new RegionNames(List.of(), none).find().phrases()).isEmpty();
    }

    @Test
    void papersAtOnePlaceAreRegionsAllTheSame() {
        float[][] places = new float[10][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new float[] {0.5f, 0.5f};
        }
        assertThat(MapRegions.of(places).papers(0)).hasSize(10);
    }
}

package io.github.scimult.search.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What belongs together lies together on a map. */
class MapLayoutTest {
    private static final int GROUPS = 4;
    private static final int POINTS = 240;
    private static final int DIMENSION = 16;

    /** Groups of points around directions of their own; of point i it is group i mod 4. */
    private static float[][] vectors() {
        Random random = new Random(3);
        float[][] vectors = new float[POINTS][DIMENSION];
        for (int point = 0; point < POINTS; point++) {
            for (int i = 0; i < DIMENSION; i++) {
                vectors[point][i] = (float) (0.3 * random.nextGaussian());
            }
            vectors[point][point % GROUPS] += 2;
        }
        return vectors;
    }

    @Test
    void aPointIsBoundMostToItsNearestAndOnlyWithinItsGroup() {
        NeighbourGraph graph = NeighbourGraph.of(vectors(), 10);
        double strongest = 0;
        for (int edge = 0; edge < graph.weights().length; edge++) {
            assertThat(graph.weights()[edge]).isBetween(0f, 1f);
            assertThat(graph.from()[edge]).isLessThan(graph.to()[edge]);
            assertThat(graph.from()[edge] % GROUPS).isEqualTo(graph.to()[edge] % GROUPS);
            strongest = Math.max(strongest, graph.weights()[edge]);
        }
        assertThat(strongest).isEqualTo(1);
    }

    @Test
    void theGroupsLieApartAndTheSameSeedLaysThemOutAlike() {
        float[][] first = laidOut();
        float[][] second = laidOut();
        assertThat(first).isDeepEqualTo(second);
        int right = 0;
        for (int point = 0; point < POINTS; point++) {
            right += nearest(first, point) % GROUPS == point % GROUPS ? 1 : 0;
        }
        assertThat(right).isGreaterThan(POINTS * 95 / 100);
    }

    private static float[][] laidOut() {
        float[][] vectors = vectors();
        float[][] points = PrincipalPlane.of(vectors, 5, 7);
        MapLayout.run(NeighbourGraph.of(vectors, 10), points, 100, 7, done -> {});
        return points;
    }

    private static int nearest(float[][] points, int point) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < points.length; other++) {
            double distance = Math.hypot(points[other][0] - points[point][0], points[other][1] - points[point][1]);
            if (other != point && distance < least) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    }

    @Test
    void theFirstAxisOfThePlaneIsThatOfTheWidestSpread() {
        float[][] vectors = new float[50][3];
        for (int point = 0; point < 50; point++) {
            vectors[point] = new float[] {1, 10 * point, point % 2};
        }
        float[][] plane = PrincipalPlane.of(vectors, 2, 1);
        double squares = 0;
        for (float[] point : plane) {
            squares += point[0] * point[0];
            assertThat(Math.abs(point[1])).isLessThan(0.1f);
        }
        assertThat(Math.sqrt(squares / 50)).isBetween(1.99, 2.01);
    }
}

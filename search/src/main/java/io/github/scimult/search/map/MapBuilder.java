package io.github.scimult.search.map;

import io.github.scimult.core.task.Task;
import io.github.scimult.search.index.LiteratureIndex;
import io.github.scimult.search.record.IndexedLabel;
import io.github.scimult.search.record.IndexedPaper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a map of an index's papers by their vectors for links, which tell what belongs together.
 *
 * @param index holds them
 * @param mostPapers of more papers so many are drawn
 */
public record MapBuilder(LiteratureIndex index, int mostPapers) {
    /** What a page shows smoothly. */
    public static final int PAPERS = 50_000;

    private static final int LEAST_PAPERS = 4;
    private static final int NEIGHBOURS = 15;
    private static final int EPOCHS = 200;
    private static final int COLOURS = 10;
    private static final double REACH = 5;
    private static final long SEED = 17;

    /** Hears how far it is. */
    public interface Progress {
        /** So many of all rounds are done. */
        void epochs(int done, int total);
    }

    /** Makes it. */
    public CollectionMap build(Progress progress) throws IOException {
        List<IndexedPaper> papers = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        index.samplePapers(Task.LINK, mostPapers, SEED, (paper, vector) -> {
            papers.add(paper);
            vectors.add(vector);
        });
        float[][] places = places(vectors.toArray(float[][]::new), progress);
        List<CollectionMap.MapLabel> labels = labels(papers);
        Map<String, Integer> colours = new HashMap<>();
        labels.forEach(label -> colours.put(label.id(), colours.size()));
        List<CollectionMap.Place> map = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            map.add(new CollectionMap.Place(
                    papers.get(i).id(),
                    papers.get(i).title(),
                    places[i][0],
                    places[i][1],
                    colour(papers.get(i), colours)));
        }
        return new CollectionMap(map, labels, regions(papers, places));
    }

    private List<CollectionMap.Region> regions(List<IndexedPaper> papers, float[][] places) throws IOException {
        MapRegions regions = MapRegions.of(places);
        RegionNames.Found names = new RegionNames(papers, regions).find();
        List<CollectionMap.Region> named = new ArrayList<>();
        for (int region = 0; region < regions.number(); region++) {
            List<Integer> own = regions.papers(region);
            String label = names.labels().getOrDefault(region, "");
            String name = label.isEmpty() ? names.phrases().getOrDefault(region, "") : name(label);
            if (!name.isEmpty()) {
                named.add(new CollectionMap.Region(
                        name, label, median(own, places, 0), median(own, places, 1), own.size()));
            }
        }
        named.sort(Comparator.comparingInt(CollectionMap.Region::papers).reversed());
        return named;
    }

    private static float median(List<Integer> papers, float[][] places, int axis) {
        double[] along = papers.stream()
                .mapToDouble(paper -> places[paper][axis])
                .sorted()
                .toArray();
        return (float) along[along.length / 2];
    }

    private String name(String label) throws IOException {
        return index.label(label).map(IndexedLabel::name).orElse(label);
    }

    private static float[][] places(float[][] vectors, Progress progress) {
        if (vectors.length < LEAST_PAPERS) {
            float[][] row = new float[vectors.length][];
            for (int i = 0; i < row.length; i++) {
                row[i] = new float[] {(i + 1f) / (row.length + 1), 0.5f};
            }
            return row;
        }
        NeighbourGraph graph = NeighbourGraph.of(vectors, Math.min(NEIGHBOURS, vectors.length - 1));
        float[][] points = PrincipalPlane.of(vectors, REACH, SEED);
        MapLayout.run(graph, points, EPOCHS, SEED, done -> progress.epochs(done, EPOCHS));
        return inUnitSquare(points);
    }

    /** The wider side fills it; what lies far outside, a hundredth at each end, is drawn to the edge. */
    private static float[][] inUnitSquare(float[][] points) {
        double[] least = new double[2];
        double[] most = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            int along = axis;
            double[] sorted = Arrays.stream(points)
                    .mapToDouble(point -> point[along])
                    .sorted()
                    .toArray();
            least[axis] = sorted[sorted.length / 200];
            most[axis] = sorted[sorted.length - 1 - sorted.length / 200];
        }
        double side = Math.max(Math.max(most[0] - least[0], most[1] - least[1]), 1e-6);
        float[][] placed = new float[points.length][2];
        for (int i = 0; i < points.length; i++) {
            for (int axis = 0; axis < 2; axis++) {
                double middle = (least[axis] + most[axis]) / 2;
                placed[i][axis] = (float) Math.clamp(0.5 + 0.94 * (points[i][axis] - middle) / side, 0, 1);
            }
        }
        return placed;
    }

    private List<CollectionMap.MapLabel> labels(List<IndexedPaper> papers) throws IOException {
        Map<String, Integer> carried = new HashMap<>();
        papers.forEach(paper -> paper.labels().forEach(id -> carried.merge(id, 1, Integer::sum)));
        List<String> first = carried.keySet().stream()
                .sorted(Comparator.comparing((String id) -> -carried.get(id)).thenComparing(id -> id))
                .limit(COLOURS)
                .toList();
        List<CollectionMap.MapLabel> labels = new ArrayList<>();
        for (String id : first) {
            labels.add(new CollectionMap.MapLabel(id, name(id)));
        }
        return labels;
    }

    /** Of its labels that have a colour, the rarest tells most. */
    private static int colour(IndexedPaper paper, Map<String, Integer> colours) {
        return paper.labels().stream()
                .mapToInt(id -> colours.getOrDefault(id, -1))
                .max()
                .orElse(-1);
    }
}

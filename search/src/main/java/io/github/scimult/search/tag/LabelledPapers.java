package io.github.scimult.search.tag;

import io.github.scimult.core.collection.Judgements;
import io.github.scimult.core.collection.LiteratureCollection;
import io.github.scimult.core.random.RandomSample;
import io.github.scimult.core.task.Split;
import io.github.scimult.core.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The papers of some splits with at least one assigned label; of very many a sample. They are read from the collection each time. */
final class LabelledPapers {
    private static final long SEED = 23;

    private record Place(Judgements judgements, int query) {}

    private final LiteratureCollection collection;
    private final List<Place> places;

    private LabelledPapers(LiteratureCollection collection, List<Place> places) {
        this.collection = collection;
        this.places = List.copyOf(places);
    }

    /** @param limit the maximum number of papers */
    static LabelledPapers of(LiteratureCollection collection, Set<Split> splits, int limit) {
        List<Judgements> all = splits.stream()
                .sorted()
                .map(split -> collection.judgements(Task.CLASSIFICATION, split))
                .toList();
        int total = all.stream().mapToInt(Judgements::queries).sum();
        List<Place> places = new ArrayList<>();
        for (int position : RandomSample.positions(total, limit, new SplittableRandom(SEED))) {
            int query = position;
            int split = 0;
            while (query >= all.get(split).queries()) {
                query -= all.get(split++).queries();
            }
            if (all.get(split).relevantRows(query).length > 0) {
                places.add(new Place(all.get(split), query));
            }
        }
        return new LabelledPapers(collection, places);
    }

    int size() {
        return places.size();
    }

    LabelledPaper get(int position) {
        Place place = places.get(position);
        int row = place.judgements().queryRow(place.query());
        Set<String> labels = new HashSet<>();
        for (int label : place.judgements().relevantRows(place.query())) {
            labels.add(collection.labels().id(label));
        }
        return new LabelledPaper(
                collection.papers().id(row), collection.papers().get(row).segments(), labels);
    }

    /** Some of them. */
    LabelledPapers sample(int count) {
        return new LabelledPapers(
                collection,
                IntStream.of(RandomSample.positions(places.size(), count, new SplittableRandom(SEED + 1)))
                        .mapToObj(places::get)
                        .toList());
    }

    /** Those whose papers are not among others. */
    LabelledPapers without(LabelledPapers others) {
        Set<Integer> rows = new HashSet<>();
        others.places.forEach(place -> rows.add(place.judgements().queryRow(place.query())));
        return new LabelledPapers(
                collection,
                places.stream()
                        .filter(place -> !rows.contains(place.judgements().queryRow(place.query())))
                        .toList());
    }
}

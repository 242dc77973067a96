package io.github.scimult.app.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as it is named on the command line, {@code FOLDER} or {@code NAME=FOLDER}.
 *
 * @param name of its row; null where none was given
 * @param place a folder, or the name of a model that is known
 */
public record NamedModel(String name, String place) {
    /** A model whose row is called by what it is. */
    public static NamedModel of(String place) {
        return new NamedModel(null, place);
    }

    /** @param text of the option; a folder whose own name has an = is meant as it stands */
    public static NamedModel parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || Files.exists(Path.of(text))) {
            return of(text);
        }
        String name = text.substring(0, equals).strip();
        String place = text.substring(equals + 1);
        if (name.isEmpty() || place.isBlank()) {
            throw new IllegalArgumentException("--model is FOLDER or NAME=FOLDER, not '" + text + "'");
        }
        return new NamedModel(name, place);
    }

    /**
     * The same with a name each: the given one; a single one is called trained where this program has made it, else model;
     * of several each is called by its folder.
     */
    static List<NamedModel> named(List<NamedModel> models) {
        List<NamedModel> named = new ArrayList<>();
        for (NamedModel model : models) {
            String own = models.size() > 1 ? model.folder() : model.isTrainedHere() ? "trained" : "model";
            named.add(new NamedModel(model.name == null ? own : model.name, model.place));
        }
        return named;
    }

    private String folder() {
        Path path = Path.of(place).toAbsolutePath().normalize().getFileName();
        return path == null ? place : path.toString();
    }

    /** What this program has trained or merged has a manifest; its weights may have come out as the base's. */
    boolean isTrainedHere() {
        return Files.isRegularFile(Path.of(place, "manifest.json"));
    }
}

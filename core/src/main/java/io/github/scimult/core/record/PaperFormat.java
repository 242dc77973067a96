package io.github.scimult.core.record;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of {@code corpus.jsonl}: {@code {"_id", "title", "text", "metadata": {"year", "venue", "authors",
 * "references"}}}. What the layout does not name, and metadata of another type than it names, is kept as it is.
 */
public final class PaperFormat implements RecordFormat<Paper> {
    private final boolean refuseEmpty;

    public PaperFormat(boolean refuseEmpty) {
        this.refuseEmpty = refuseEmpty;
    }

    @Override
    public Paper read(JsonLine line) throws IOException, DefectiveLine {
        String id = null;
        String title = "";
        String text = "";
        Object metadata = null;
        Map<String, Object> unknown = new LinkedHashMap<>();
        for (String field = line.nextField(); field != null; field = line.nextField()) {
            switch (field) {
                case "_id" -> id = line.id();
                case "title" -> title = line.text(field);
                case "text" -> text = line.text(field);
                case "metadata" -> metadata = line.any();
                default -> unknown.put(field, line.any());
            }
        }
        RecordFormat.checkedId(id);
        if (refuseEmpty && title.isBlank() && text.isBlank()) {
            throw new DefectiveLine(Defect.NO_TEXT, "the paper \"" + id + "\" has neither a title nor a text.");
        }
        return new Paper(id, title, text, MetadataFormat.read(metadata, unknown));
    }

    @Override
    public boolean lacksBody(Paper paper) {
        return paper.text().isBlank();
    }
}

package io.github.scimult.core.record;

import io.github.scimult.core.text.PlainText;
import java.io.IOException;
import java.util.List;

/** A line of {@code labels.jsonl}: {@code {"_id", "name", "definition", "synonyms", "parents", "notation"}}, the last four optional. */
public final class LabelFormat implements RecordFormat<Label> {
    @Override
    public Label read(JsonLine line) throws IOException, DefectiveLine {
        String id = null;
        String name = "";
        String definition = "";
        List<String> synonyms = List.of();
        List<String> parents = List.of();
        String notation = "";
        for (String field = line.nextField(); field != null; field = line.nextField()) {
            switch (field) {
                case "_id" -> id = line.id();
                case "name" -> name = line.text(field);
                case "definition" -> definition = line.text(field);
                case "synonyms" ->
                    synonyms = line.texts(field).stream().map(PlainText::of).toList();
                case "parents" -> parents = line.texts(field);
                case "notation" -> notation = line.text(field);
                default -> line.any();
            }
        }
        RecordFormat.checkedId(id);
        if (name.isBlank()) {
            throw new DefectiveLine(Defect.NO_TEXT, "the label \"" + id + "\" has no name. Give it one in \"name\".");
        }
        return new Label(id, name, definition, synonyms, parents, notation);
    }

    @Override
    public boolean lacksBody(Label label) {
        return label.definition().isBlank();
    }
}

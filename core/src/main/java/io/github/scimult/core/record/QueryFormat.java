package io.github.scimult.core.record;

import java.io.IOException;

/** A line of {@code queries.jsonl}: {@code {"_id", "text"}}. */
public final class QueryFormat implements RecordFormat<Query> {
    @Override
    public Query read(JsonLine line) throws IOException, DefectiveLine {
        String id = null;
        String text = "";
        for (String field = line.nextField(); field != null; field = line.nextField()) {
            switch (field) {
                case "_id" -> id = line.id();
                case "text" -> text = line.text(field);
                default -> line.any();
            }
        }
        RecordFormat.checkedId(id);
        if (text.isBlank()) {
            throw new DefectiveLine(Defect.NO_TEXT, "the query \"" + id + "\" has no text. Give it one in \"text\".");
        }
        return new Query(id, text);
    }

    @Override
    public boolean lacksBody(Query query) {
        return false;
    }
}

package io.github.scimult.server.http;

import com.fasterxml.jackson.databind.JsonNode;

/** The bounds of the texts and lists of a record that is put, so that no single one makes reading it, or finding it, costly. */
record RecordBounds(Limits limits) {
    /** Ids, names and other values beside the texts; an index takes none of more than 32,766 bytes. */
    private static final int MAX_VALUE_CHARACTERS = 10_000;

    private static final String ID = "_id";

    /**
     * Checks a record.
     *
     * @param place what messages begin with
     * @throws ProblemException naming the first value that is out of its bounds
     */
    void check(String place, JsonNode record) {
        record.properties().forEach(field -> {
            JsonNode value = field.getValue();
            boolean isText = value.isTextual() && !field.getKey().equals(ID);
            int most = isText ? limits.textCharacters() : MAX_VALUE_CHARACTERS;
            check(place + "'" + field.getKey() + "'", value, most);
        });
    }

    private void check(String name, JsonNode value, int maxCharacters) {
        if (value.isTextual() && value.textValue().length() > maxCharacters) {
            throw ProblemException.wrong(name + " has " + value.textValue().length() + " characters; at most "
                    + maxCharacters + " are read");
        }
        if (value.size() > limits.listItems()) {
            throw ProblemException.wrong(
                    name + " has " + value.size() + " values; at most " + limits.listItems() + " are read");
        }
        String bare = name.substring(0, name.length() - 1);
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(bare + "[" + i + "]'", value.get(i), maxCharacters);
        }
        value.properties().forEach(field -> check(bare + "." + field.getKey() + "'", field.getValue(), maxCharacters));
    }
}

package io.github.scimult.app.report;

/**
 * Whose loss it is, written {@code collection/task}.
 *
 * @param collection empty if none is named
 * @param task holds no slash, while a collection's name may
 */
record LossKey(String collection, String task) {

    static LossKey of(String key) {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? new LossKey("", key) : new LossKey(key.substring(0, slash), key.substring(slash + 1));
    }
}

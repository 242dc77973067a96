package io.github.scimult.evaluation.trec;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Strings in the order of their UTF-8 bytes, which is that of their code points: the order in which trec_eval compares
 * ids. {@link String#compareTo} compares UTF-16 units and differs beyond U+FFFF.
 */
public enum Utf8Order implements Comparator<String> {
    ASCENDING;

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // Surrogates stand for code points above all single units, wherever their own numbers lie.
                boolean aIsAbove = Character.isSurrogate(a);
                boolean bIsAbove = Character.isSurrogate(b);
                return aIsAbove == bIsAbove ? Character.compare(a, b) : Boolean.compare(aIsAbove, bIsAbove);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /**
     * The place of each id if all are sorted in descending order: of two candidates with equal scores, trec_eval puts
     * the one with the lower place first.
     *
     * @return (ids) places, a permutation
     */
    public static int[] descendingPlaces(String[] ids) {
        Integer[] rows = new Integer[ids.length];
        Arrays.setAll(rows, row -> row);
        Arrays.parallelSort(rows, (a, b) -> ASCENDING.compare(ids[b], ids[a]));
        int[] places = new int[ids.length];
        for (int place = 0; place < rows.length; place++) {
            places[rows[place]] = place;
        }
        return places;
    }
}

package io.github.scimult.search.tag.evidence;

/** The features of one label on one paper. */
public final class FeatureRow {
    private final float[] values = new float[Feature.COUNT];

    /** Sets a feature. */
    public void set(Feature feature, double value) {
        values[feature.ordinal()] = (float) value;
    }

    public double get(Feature feature) {
        return values[feature.ordinal()];
    }

    /** ({@link Feature#COUNT}) by the features' ordinals; a copy. */
    public float[] toArray() {
        return values.clone();
    }
}

package io.github.scimult.encoder.checkpoint;

import io.github.scimult.encoder.architecture.EncoderConfig;

/**
 * BERT's forward pass for one text in plain doubles, as its paper has it: slow, and independent of any tensor engine. It
 * tells whether weights were read right.
 */
final class PlainBert {
    private final EncoderConfig config;
    private final WeightMap weights;

    PlainBert(PretrainedModel model) {
        this.config = model.config();
        this.weights = model.weights();
    }

    /** The last layer's states, (tokens, H). */
    double[][] states(int[] ids) {
        double[] words = weights.get("embeddings.word_embeddings.weight").toDoubles();
        double[] positions =
                weights.get("embeddings.position_embeddings.weight").toDoubles();
        double[] types = weights.get("embeddings.token_type_embeddings.weight").toDoubles();
        int hidden = config.hiddenSize();
        double[][] states = new double[ids.length][hidden];
        for (int t = 0; t < ids.length; t++) {
            for (int h = 0; h < hidden; h++) {
                states[t][h] = words[ids[t] * hidden + h] + positions[t * hidden + h] + types[h];
            }
        }
        layerNorm(states, "embeddings.LayerNorm");
        for (int layer = 0; layer < config.layers(); layer++) {
            states = block(states, "encoder.layer." + layer);
        }
        return states;
    }

    private double[][] block(double[][] input, String name) {
        double[][] mixed = linear(attention(input, name + ".attention.self"), name + ".attention.output.dense");
        add(mixed, input);
        layerNorm(mixed, name + ".attention.output.LayerNorm");
        double[][] inner = linear(mixed, name + ".intermediate.dense");
        for (double[] row : inner) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 0.5 * row[i] * (1 + erf(row[i] / Math.sqrt(2)));
            }
        }
        double[][] output = linear(inner, name + ".output.dense");
        add(output, mixed);
        layerNorm(output, name + ".output.LayerNorm");
        return output;
    }

    private double[][] attention(double[][] input, String name) {
        double[][] q = linear(input, name + ".query");
        double[][] k = linear(input, name + ".key");
        double[][] v = linear(input, name + ".value");
        int size = config.hiddenSize() / config.architecture().sizes().heads();
        double[][] output = new double[input.length][config.hiddenSize()];
        for (int begin = 0; begin < config.hiddenSize(); begin += size) {
            for (int t = 0; t < input.length; t++) {
                double[] share = new double[input.length];
                double sum = 0;
                for (int s = 0; s < share.length; s++) {
                    double dot = 0;
                    for (int i = begin; i < begin + size; i++) {
                        dot += q[t][i] * k[s][i];
                    }
                    share[s] = Math.exp(dot / Math.sqrt(size));
                    sum += share[s];
                }
                for (int s = 0; s < share.length; s++) {
                    for (int i = begin; i < begin + size; i++) {
                        output[t][i] += share[s] / sum * v[s][i];
                    }
                }
            }
        }
        return output;
    }

    private double[][] linear(double[][] input, String name) {
        double[] matrix = weights.get(name + ".weight").toDoubles();
        double[] bias = weights.get(name + ".bias").toDoubles();
        double[][] output = new double[input.length][bias.length];
        for (int t = 0; t < input.length; t++) {
            for (int o = 0; o < bias.length; o++) {
                double sum = bias[o];
                for (int i = 0; i < input[t].length; i++) {
                    sum += matrix[o * input[t].length + i] * input[t][i];
                }
                output[t][o] = sum;
            }
        }
        return output;
    }

    private void layerNorm(double[][] states, String name) {
        double[] weight = weights.get(name + ".weight").toDoubles();
        double[] bias = weights.get(name + ".bias").toDoubles();
        for (double[] row : states) {
            double mean = 0;
            double variance = 0;
            for (double value : row) {
                mean += value / row.length;
            }
            for (double value : row) {
                variance += (value - mean) * (value - mean) / row.length;
            }
            for (int i = 0; i < row.length; i++) {
                row[i] = (row[i] - mean)
                                / Math.sqrt(variance + config.architecture().layerNormEpsilon())
                                * weight[i]
                        + bias[i];
            }
        }
    }

    private static void add(double[][] to, double[][] other) {
        for (int t = 0; t < to.length; t++) {
            for (int i = 0; i < to[t].length; i++) {
                to[t][i] += other[t][i];
            }
        }
    }

    /** By its series, all terms of which are positive: erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)). */
    private static double erf(double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        double term = x;
        double sum = 0;
        for (int n = 1; Math.abs(term) > 1e-18; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}

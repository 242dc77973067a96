package io.github.scimult.search.tag;

import io.github.scimult.core.task.Split;
import io.github.scimult.evaluation.classifier.BoostedTrees;
import io.github.scimult.search.tag.linear.LabelWeights;
import io.github.scimult.search.tag.linear.LinearEvidence;
import io.github.scimult.search.tag.linear.TfIdf;
import io.github.scimult.search.tag.regression.RegressionEvidence;
import io.github.scimult.search.tag.usage.UsageEvidence;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link TagModel} of labelled papers as bytes, big-endian: each list after its length, its parts one after the other. */
final class TagModelFormat {
    private TagModelFormat() {}

    static void write(TagModel model, DataOutputStream out) throws IOException {
        out.writeUTF(Split.text(model.splits()));
        out.writeBoolean(model.combines());
        LearnedEvidence learned = model.learned().orElseThrow();
        write(learned.usage(), out);
        write(learned.linear(), out);
        write(learned.regression(), out);
        write(model.fusion().trees().orElseThrow(), out);
    }

    static TagModel read(DataInputStream in) throws IOException {
        var splits = Split.parseAll(in.readUTF());
        boolean combines = in.readBoolean();
        LearnedEvidence learned = new LearnedEvidence(usage(in), linear(in), regression(in));
        return new TagModel(splits, Optional.of(learned), new LabelFusion(Optional.of(trees(in))), combines);
    }

    private static void write(UsageEvidence usage, DataOutputStream out) throws IOException {
        out.writeDouble(usage.meanKeyness());
        out.writeInt(usage.counts().size());
        for (String label : usage.counts().keySet().stream().sorted().toList()) {
            UsageEvidence.Counts counts = usage.counts().get(label);
            out.writeUTF(label);
            out.writeInt(counts.carried());
            out.writeInt(counts.named());
            out.writeInt(counts.both());
        }
    }

    private static UsageEvidence usage(DataInputStream in) throws IOException {
        double mean = in.readDouble();
        int size = in.readInt();
        Map<String, UsageEvidence.Counts> counts = new HashMap<>();
        for (int i = 0; i < size; i++) {
            counts.put(in.readUTF(), new UsageEvidence.Counts(in.readInt(), in.readInt(), in.readInt()));
        }
        return new UsageEvidence(counts, mean);
    }

    private static void write(LinearEvidence linear, DataOutputStream out) throws IOException {
        TfIdf tfIdf = linear.tfIdf();
        out.writeInt(tfIdf.idf().length);
        for (String term : tfIdf.terms().keySet().stream()
                .sorted(Comparator.comparing(tfIdf.terms()::get))
                .toList()) {
            out.writeUTF(term);
        }
        writeFloats(tfIdf.idf(), out);
        out.writeInt(linear.labels().size());
        for (String label : linear.labels()) {
            out.writeUTF(label);
        }
        writeInts(linear.weights().starts(), out);
        writeInts(linear.weights().labels(), out);
        writeFloats(linear.weights().values(), out);
    }

    private static LinearEvidence linear(DataInputStream in) throws IOException {
        Map<String, Integer> terms = new HashMap<>();
        strings(in).forEach(term -> terms.put(term, terms.size()));
        float[] idf = floats(in);
        List<String> labels = strings(in);
        return new LinearEvidence(new TfIdf(terms, idf), labels, new LabelWeights(ints(in), ints(in), floats(in)));
    }

    private static void write(RegressionEvidence regression, DataOutputStream out) throws IOException {
        out.writeInt(regression.labels().size());
        for (int label = 0; label < regression.labels().size(); label++) {
            out.writeUTF(regression.labels().get(label));
            writeFloats(regression.weights()[label], out);
        }
    }

    private static RegressionEvidence regression(DataInputStream in) throws IOException {
        List<String> labels = new ArrayList<>();
        float[][] weights = new float[in.readInt()][];
        for (int label = 0; label < weights.length; label++) {
            labels.add(in.readUTF());
            weights[label] = floats(in);
        }
        return new RegressionEvidence(labels, weights);
    }

    private static void write(BoostedTrees trees, DataOutputStream out) throws IOException {
        out.writeDouble(trees.prior());
        out.writeInt(trees.trees().size());
        for (BoostedTrees.Tree tree : trees.trees()) {
            writeInts(tree.features(), out);
            writeDoubles(tree.thresholds(), out);
            writeInts(tree.left(), out);
            writeInts(tree.right(), out);
            writeDoubles(tree.values(), out);
        }
    }

    private static BoostedTrees trees(DataInputStream in) throws IOException {
        double prior = in.readDouble();
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            trees.add(new BoostedTrees.Tree(ints(in), doubles(in), ints(in), ints(in), doubles(in)));
        }
        return new BoostedTrees(prior, trees);
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            strings.add(in.readUTF());
        }
        return strings;
    }

    private static void writeInts(int[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static void writeDoubles(double[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}

package io.github.scimult.encoder.nn;

import org.bytedeco.pytorch.Tensor;

/** Is shown each weight of an encoder with its name. */
@FunctionalInterface
public interface WeightVisitor {
    void visit(String name, Tensor weight);
}

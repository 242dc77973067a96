package io.github.scimult.encoder.nn;

import io.github.scimult.encoder.architecture.Weight;
import org.bytedeco.pytorch.Tensor;

/** Is shown each weight of an encoder. */
@FunctionalInterface
public interface WeightVisitor {
    void visit(Weight weight, Tensor tensor);
}

package io.github.scimult.encoder.tensor;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Lets go of intermediate results. A tensor lives in libtorch as long as a Java object refers to it, so without this every
 * step of a forward pass would keep its memory until the whole pass is over: several times what is needed, and never the
 * memory that is still in the caches. What the backward pass needs is kept by libtorch itself.
 */
public final class TensorScope {
    private TensorScope() {}

    /** Computes a tensor and hands it to the surrounding scope; all other tensors of the computation are let go of. */
    public static Tensor of(Supplier<Tensor> computation) {
        PointerScope outer = PointerScope.getInnerScope();
        try (PointerScope inner = new PointerScope()) {
            Tensor result = computation.get();
            if (outer == null) {
                result.retainReference();
            } else {
                outer.attach(result);
            }
            inner.detach(result);
            return result;
        }
    }
}

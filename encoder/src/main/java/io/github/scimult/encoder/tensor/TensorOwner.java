package io.github.scimult.encoder.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Keeps tensors beyond the scopes in which they are made, until it is closed. Several owners may keep the same tensor: its memory is
 * freed when the last of them is closed. Not safe for use by several threads at once.
 */
public final class TensorOwner implements AutoCloseable {
    private final List<Tensor> tensors = new ArrayList<>();

    /** Keeps a tensor. */
    public Tensor keep(Tensor tensor) {
        tensor.retainReference();
        tensors.add(tensor);
        return tensor;
    }

    /** Computes a tensor and keeps it; what else the computation made is freed. */
    public Tensor keep(Supplier<Tensor> computation) {
        try (PointerScope scope = new PointerScope()) {
            return keep(computation.get());
        }
    }

    /** Frees what no other owner keeps. */
    @Override
    public void close() {
        tensors.forEach(Tensor::releaseReference);
        tensors.clear();
    }
}

package io.github.scimult.model.nn;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** What must be set once in libtorch before anything is computed. */
public final class Libtorch {
    private static boolean prepared;

    private Libtorch() {}

    /**
     * Gives libtorch its threads. OpenBLAS gets one: libtorch already divides attention among its own threads, and a
     * second pool of spinning threads beside them makes every small product wait for the scheduler.
     *
     * @param threads at least 1, or 0 to leave libtorch's own choice
     */
    public static synchronized void prepare(int threads) {
        if (threads < 0) {
            throw new IllegalArgumentException("threads must be at least 1, or 0 for all cores, not " + threads);
        }
        if (!prepared) {
            openblas_nolapack.blas_set_num_threads(1);
            prepared = true;
        }
        if (threads > 0) {
            torch.set_num_threads(threads);
        }
    }

    /**
     * A tensor's type, fit for {@code ==}: what {@link Tensor#scalar_type} returns is a new object at each call, equal to
     * none of the constants.
     */
    public static ScalarType typeOf(Tensor tensor) {
        return tensor.scalar_type().intern();
    }

    /** The threads that libtorch computes with. */
    public static int threads() {
        return torch.get_num_threads();
    }
}

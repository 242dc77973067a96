package io.github.scimult.encoder.tensor;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** What must be set once in libtorch before anything is computed. */
public final class Libtorch {
    private static int cores;

    private Libtorch() {}

    /**
     * Takes libtorch's and OpenBLAS's own threads away from them: the cores are shared out by the encoder's workers. Further pools
     * of threads beside those, which spin while they wait, would make every small product wait for the scheduler.
     */
    public static synchronized void prepare() {
        if (cores == 0) {
            cores = coresToUse();
            openblas_nolapack.blas_set_num_threads(1);
            computeAlone();
        }
    }

    /** As many as libtorch would take, and no more than the JVM has: a container's quota of processor time is known to it alone. */
    private static int coresToUse() {
        return Math.max(
                1, Math.min(torch.get_num_threads(), Runtime.getRuntime().availableProcessors()));
    }

    /** The calling thread's operations run on it alone. */
    public static void computeAlone() {
        torch.set_num_threads(1);
    }

    /**
     * How many workers to compute on.
     *
     * @param threads at least 1, or 0 for one per core, within the container's quota
     */
    public static int threads(int threads) {
        if (threads < 0) {
            throw new IllegalArgumentException("threads must be at least 1, or 0 for all cores, not " + threads);
        }
        prepare();
        return threads == 0 ? cores : threads;
    }

    /**
     * A tensor's type, fit for {@code ==}: what {@link Tensor#scalar_type} returns is a new object at each call, equal to
     * none of the constants.
     */
    public static ScalarType typeOf(Tensor tensor) {
        return tensor.scalar_type().intern();
    }
}

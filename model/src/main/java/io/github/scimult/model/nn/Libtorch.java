package io.github.scimult.model.nn;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

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

    /** The threads that libtorch computes with. */
    public static int threads() {
        return torch.get_num_threads();
    }
}

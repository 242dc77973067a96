package io.github.scimult.encoder.nn;

import static org.bytedeco.pytorch.global.torch.empty_like;

import io.github.scimult.encoder.tensor.Libtorch;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Adds up what workers found as the gradients of the same weights. Each component is summed in the workers' order; weights are divided
 * into ranges of a fixed size, so that one large table of word embeddings keeps no single worker busy while the others wait.
 *
 * @param weights of one shape with each other's gradients; get the sum, added to what they have
 * @param gradients of each worker, by weight; a worker's gradient is null where nothing flowed. They are used up
 */
record GradientSum(List<Tensor> weights, List<List<Tensor>> gradients) {
    private static final int RANGE = 1 << 17;

    /**
     * What one weight's gradients are added to.
     *
     * @param gradients of the workers that have one, in their order
     * @param target of the weight's shape, contiguous
     * @param kind what it holds
     */
    private record Target(List<Tensor> gradients, Tensor target, Holding kind) {
        /** Adds up the components of a range. */
        void add(long start, long count) {
            Tensor sum = null;
            for (Tensor gradient : gradients) {
                Tensor widened = gradient.flatten().narrow(0, start, count).to(Libtorch.typeOf(target));
                sum = sum == null ? widened : sum.add_(widened);
            }
            switch (kind) {
                case NOTHING -> target.flatten().narrow(0, start, count).copy_(sum);
                case EARLIER_GRADIENTS ->
                    target.flatten().narrow(0, start, count).add_(sum);
                case THE_FIRST -> {
                    // the sum was made in its place
                }
            }
        }
    }

    private enum Holding {
        NOTHING,
        EARLIER_GRADIENTS,
        THE_FIRST
    }

    private record Range(Target target, long start, long count) {}

    void add(Workers workers) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            List<Range> ranges = ranges();
            workers.share(ranges.size(), index -> add(ranges.get(index)));
        }
    }

    private static void add(Range range) {
        try (NoGradGuard guard = new NoGradGuard()) { // each thread has its own
            range.target().add(range.start(), range.count());
        }
    }

    private List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (int weight = 0; weight < weights.size(); weight++) {
            int index = weight;
            List<Tensor> own = gradients.stream()
                    .map(ofWorker -> ofWorker.get(index))
                    .filter(gradient -> gradient != null)
                    .toList();
            if (!own.isEmpty()) {
                Target target = target(weights.get(weight), own);
                long size = target.target().numel();
                for (long start = 0; start < size; start += RANGE) {
                    ranges.add(new Range(target, start, Math.min(RANGE, size - start)));
                }
            }
        }
        return ranges;
    }

    /** Where the weight has no gradient yet, that of the first worker, if it can be one, or new memory. */
    private static Target target(Tensor weight, List<Tensor> own) {
        if (weight.grad().defined()) {
            Tensor earlier = weight.grad().contiguous();
            weight.mutable_grad().put(earlier);
            return new Target(own, earlier, Holding.EARLIER_GRADIENTS);
        }
        Tensor first = own.getFirst();
        boolean inPlace = Libtorch.typeOf(first) == Libtorch.typeOf(weight) && first.is_contiguous();
        Tensor target = inPlace ? first : empty_like(weight).detach();
        weight.mutable_grad().put(target);
        return new Target(own, target, inPlace ? Holding.THE_FIRST : Holding.NOTHING);
    }
}

package io.github.scimult.encoder.nn.layer;

import static org.bytedeco.pytorch.global.torch.empty_like;

import io.github.scimult.encoder.tensor.Libtorch;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Dropout whose masks are a function of seed, place and position alone: no generator state to save.
 *
 * <p>Each 64-bit word of a counter-based generator (SplitMix64's mixer) decides four components, so a probability is kept
 * to 1/65536. What survives is divided by 1 − p, in the precision of
 * the states.
 */
public final class SeededDropout implements Dropout {
    private static final long ONE = 0x3f80; // as a bfloat16

    private final double hidden;
    private final double attention;
    private final long seed;
    private long place;

    /**
     * @param hidden probability for hidden states, in [0, 1)
     * @param attention probability for attention weights, in [0, 1)
     * @param seed of this forward pass; the n-th use of this object is the n-th place
     */
    public SeededDropout(double hidden, double attention, long seed) {
        checkProbability("hidden", hidden);
        checkProbability("attention", attention);
        this.hidden = hidden;
        this.attention = attention;
        this.seed = seed;
    }

    private static void checkProbability(String name, double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException(name + " dropout must be in [0, 1), not " + probability);
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        return dropped(x, hidden);
    }

    @Override
    public Tensor applyToAttention(Tensor weights) {
        return dropped(weights, attention);
    }

    @Override
    public boolean dropsAttention() {
        return attention > 0;
    }

    @Override
    public Dropout forPart(int part) {
        return new SeededDropout(hidden, attention, mix(seed + 0x9e3779b97f4a7c15L * (part + 1)));
    }

    private Tensor dropped(Tensor x, double probability) {
        if (probability == 0) {
            return x;
        }
        Tensor keep = empty_like(
                x, new TensorOptions(ScalarType.BFloat16), new MemoryFormatOptional(MemoryFormat.Contiguous));
        fill(keep, probability, mix(seed + 0x632be59bd9b4e019L * ++place));
        // The mask is of zeros and ones: 1 / (1 − p) as a bfloat16 would be off by up to 1/256, everywhere in the same
        // direction.
        return x.mul(keep.to(Libtorch.typeOf(x))).mul(new Scalar(1 / (1 - probability)));
    }

    private static void fill(Tensor mask, double probability, long stream) {
        long components = mask.numel();
        long words = components / 4;
        MemorySegment memory =
                MemorySegment.ofAddress(mask.data_ptr().address()).reinterpret(components * Short.BYTES);
        int threshold = (int) Math.round(probability * 65536);
        for (long word = 0; word < words; word++) {
            memory.set(ValueLayout.JAVA_LONG_UNALIGNED, word * 8, components(mix(stream + word), threshold, ONE));
        }
        long last = components(mix(stream + words), threshold, ONE);
        for (long component = words * 4; component < components; component++) {
            memory.set(ValueLayout.JAVA_SHORT_UNALIGNED, component * 2, (short) last);
            last >>>= 16;
        }
    }

    private static long components(long random, int threshold, long kept) {
        return component(random & 0xffff, threshold, kept)
                | component((random >>> 16) & 0xffff, threshold, kept) << 16
                | component((random >>> 32) & 0xffff, threshold, kept) << 32
                | component(random >>> 48, threshold, kept) << 48;
    }

    /** {@code kept} where the number is at least the threshold, else 0; without a branch. */
    private static long component(long random, int threshold, long kept) {
        return kept & ~((random - threshold) >> 63);
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

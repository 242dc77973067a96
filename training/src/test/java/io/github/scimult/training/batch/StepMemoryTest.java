package io.github.scimult.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.scimult.encoder.architecture.EncoderConfig;
import io.github.scimult.encoder.architecture.ExpertLayout;
import io.github.scimult.encoder.architecture.Variant;
import io.github.scimult.encoder.fixture.Configurations;
import io.github.scimult.encoder.inference.ComputeSettings;
import io.github.scimult.encoder.nn.layer.AttentionKernel;
import io.github.scimult.encoder.nn.layer.Precision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many tokens a training step may hold at once. */
class StepMemoryTest {
    private static final long GIBIBYTE = 1L << 30;
    private static final ComputeSettings FLOATS = new ComputeSettings(Precision.FLOAT32, AttentionKernel.EAGER, 2);
    private static final ComputeSettings HALVES = new ComputeSettings(Precision.BFLOAT16, AttentionKernel.EAGER, 2);

    @Test
    void aSmallModelIsNotRestrictedOnALaptop() {
        StepMemory small = new StepMemory(bert(6, 384, ExpertLayout.none()), FLOATS, false, 128);
        assertThat(small.chunkTokens(16_384, 16 * GIBIBYTE)).isEqualTo(16_384);
    }

    @Test
    void aBertBaseIsRestrictedToWhatALaptopHolds() {
        StepMemory base = new StepMemory(bert(12, 768, ExpertLayout.none()), FLOATS, false, 256);
        assertThat(base.chunkTokens(16_384, 16 * GIBIBYTE)).isBetween(5_000, 7_000);
        assertThat(base.chunkTokens(16_384, 24 * GIBIBYTE)).isBetween(9_000, 11_000);
        assertThat(base.chunkTokens(16_384, 64 * GIBIBYTE)).isEqualTo(16_384);
    }

    @Test
    void aTokenOfABertBaseTakesAMegabyteInFloatsAndHalfInHalves() {
        EncoderConfig base = bert(12, 768, ExpertLayout.none());
        assertThat(new StepMemory(base, FLOATS, false, 256).ofToken()).isBetween(900_000L, 1_050_000L);
        assertThat(new StepMemory(base, HALVES, false, 256).ofToken())
                .isEqualTo(new StepMemory(base, FLOATS, false, 256).ofToken() / 2);
    }

    @Test
    void theFusedKernelWidensWhatIsInHalves() {
        EncoderConfig base = bert(12, 768, ExpertLayout.none());
        long floats = new StepMemory(base, fused(Precision.FLOAT32), false, 256).ofToken();
        long halves = new StepMemory(base, fused(Precision.BFLOAT16), false, 256).ofToken();
        assertThat(halves).isEqualTo(floats / 2 + 12 * 768 * (3 * 2 + 4));
    }

    @Test
    void dropoutOfAttentionWeightsCostsThreeTablesWithEitherKernel() {
        EncoderConfig base = bert(12, 768, ExpertLayout.none());
        long without = new StepMemory(base, fused(Precision.FLOAT32), false, 512).ofToken();
        long fused = new StepMemory(base, fused(Precision.FLOAT32), true, 512).ofToken();
        long eager = new StepMemory(base, FLOATS, true, 512).ofToken();
        assertThat(fused).isEqualTo(eager).isEqualTo(without + 12 * 3 * 12 * 512 * 4);
        assertThat(fused).as("what a token was measured at: 1.6 MB").isBetween(1_500_000L, 1_700_000L);
    }

    @Test
    void theFusedKernelsTablesAreWideInHalvesToo() {
        EncoderConfig base = bert(12, 768, ExpertLayout.none());
        long without = new StepMemory(base, fused(Precision.BFLOAT16), false, 512).ofToken();
        long with = new StepMemory(base, fused(Precision.BFLOAT16), true, 512).ofToken();
        assertThat(with).isEqualTo(without + 12 * 3 * 12 * 512 * 4);
    }

    @Test
    void expertsLeaveLessRoom() {
        ExpertLayout layout =
                Variant.MHA_FFN_EXPERTS.layout("mod1", 12, List.of("search", "link", "classification"), Map.of());
        StepMemory shared = new StepMemory(bert(12, 768, ExpertLayout.none()), FLOATS, false, 256);
        StepMemory split = new StepMemory(bert(12, 768, layout), FLOATS, false, 256);
        assertThat(split.chunkTokens(16_384, 16 * GIBIBYTE)).isLessThan(shared.chunkTokens(16_384, 16 * GIBIBYTE));
    }

    @Test
    void someTokensAreAlwaysLeftAndABatchThatShallNotBeDividedIsNot() {
        StepMemory base = new StepMemory(bert(24, 1024, ExpertLayout.none()), FLOATS, false, 512);
        assertThat(base.chunkTokens(16_384, GIBIBYTE)).isEqualTo(1024);
        assertThat(base.chunkTokens(512, GIBIBYTE)).isEqualTo(512);
        assertThat(base.chunkTokens(0, GIBIBYTE)).isZero();
    }

    @Test
    void theMachinesOwnMemoryIsKnown() {
        assertThat(StepMemory.ofMachine()).isGreaterThan(GIBIBYTE);
    }

    private static ComputeSettings fused(Precision precision) {
        return new ComputeSettings(precision, AttentionKernel.FUSED, 2);
    }

    private static EncoderConfig bert(int layers, int hidden, ExpertLayout layout) {
        return Configurations.bert(layers, hidden).withExperts(layout);
    }
}

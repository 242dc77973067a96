package io.github.scimult.encoder.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the names that SciMult's released code has for its block patterns: {@code mod2}, {@code mod3}, … (every second,
 * third, … block, counted from 1), {@code ge6mod3} (those from block 6 on), {@code le7mod3} (0, 3, 6, counted from 0, as
 * the code does), followed by {@code :attn}, {@code :fwd} or {@code :attn,fwd}; without suffix, attention. {@code top3} and
 * lists such as {@code 2,4,6} are ours: the last three blocks; blocks two, four and six, counted from 1.
 */
public final class BlockPattern {
    private static final Pattern SYNTAX =
            Pattern.compile("(?:(ge|le)(\\d{1,4}))?mod([1-9]\\d{0,3})|top-?([1-9]\\d{0,3})");
    private static final Pattern LIST = Pattern.compile("[1-9]\\d{0,3}(,[1-9]\\d{0,3})*");

    private BlockPattern() {}

    /**
     * The layout that a pattern means.
     *
     * @param pattern such as {@code mod2:fwd}, or {@code none}
     * @param layers blocks of the encoder
     * @param experts names of the experts
     * @throws IllegalArgumentException if the pattern is none of these or hits no block
     */
    public static ExpertLayout parse(String pattern, int layers, List<String> experts) {
        if (pattern.equals("none")) {
            return ExpertLayout.none();
        }
        String[] halves = pattern.split(":", 2);
        List<String> parts = halves.length == 1 ? List.of("attn") : List.of(halves[1].split(",", -1));
        List<Integer> blocks = blocks(halves[0], layers);
        boolean known = parts.stream().allMatch(part -> part.equals("attn") || part.equals("fwd"));
        if (!known || blocks.isEmpty()) {
            throw new IllegalArgumentException("the block pattern '" + pattern + "' "
                    + (known
                            ? "hits none of " + layers + " blocks"
                            : "ends in something else than :attn, :fwd or :attn,fwd"));
        }
        return new ExpertLayout(
                experts,
                Map.of(),
                parts.contains("attn") ? blocks : List.of(),
                parts.contains("fwd") ? blocks : List.of());
    }

    /**
     * Refuses what is no pattern of blocks for any encoder.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static void requireKnown(String name) {
        if (!LIST.matcher(name).matches() && !SYNTAX.matcher(name).matches()) {
            throw unknown(name);
        }
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("unknown block pattern '" + name
                + "': use mod2, mod3, mod4, mod6, mod12, ge6mod3, le7mod3, top3, or numbers such as 2,4,6");
    }

    private static List<Integer> listed(String name, int layers) {
        List<Integer> blocks = Arrays.stream(name.split(","))
                .map(number -> Integer.parseInt(number) - 1)
                .toList();
        if (blocks.stream().anyMatch(block -> block >= layers)) {
            throw new IllegalArgumentException(
                    "the blocks " + name + " are not all among 1 … " + layers + ", the blocks that there are");
        }
        return blocks;
    }

    private static List<Integer> blocks(String name, int layers) {
        if (LIST.matcher(name).matches()) {
            return listed(name, layers);
        }
        Matcher matcher = SYNTAX.matcher(name);
        if (!matcher.matches()) {
            throw unknown(name);
        }
        if (matcher.group(4) != null) {
            int count = Integer.parseInt(matcher.group(4));
            return IntStream.range(Math.max(0, layers - count), layers).boxed().toList();
        }
        int modulus = Integer.parseInt(matcher.group(3));
        int bound = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        boolean atMost = "le".equals(matcher.group(1));
        List<Integer> blocks = new ArrayList<>();
        for (int block = 0; block < layers; block++) {
            int counted = atMost ? block : block + 1;
            boolean inside = atMost ? counted <= bound : counted >= bound;
            if (inside && counted % modulus == 0) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}

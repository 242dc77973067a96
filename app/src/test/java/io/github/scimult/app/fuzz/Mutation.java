package io.github.scimult.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages bytes as disks, networks, editors and programs do. */
final class Mutation {
    /** What means something in one of the formats, or is an edge of a number or an encoding. */
    private static final List<String> TELLING = List.of(
            "{",
            "}",
            "\"",
            "<",
            ">",
            "</",
            "&",
            "@",
            "$",
            "\\",
            "\n",
            "\r",
            "\t",
            "\0",
            "\uFEFF",
            "]",
            "[",
            ",",
            ":",
            "- ",
            "#",
            "ER  - \n",
            "TY  - JOUR\n",
            "PMID- 1\n",
            "@article{a,\n",
            "<PubmedArticle>",
            "</PubmedArticle>",
            "<!--",
            "-->",
            "<![CDATA[",
            "%",
            "null",
            "-1",
            "0",
            "1e999",
            "99999999999999999999",
            "NaN",
            "true",
            "&#x110000;",
            "\uD83D\uDE00");

    private static final int LARGEST = 1 << 20;

    private final SplittableRandom random;

    Mutation(SplittableRandom random) {
        this.random = random;
    }

    /** One to four kinds of damage, one after the other. */
    byte[] of(byte[] whole, byte[] other) {
        byte[] bytes = whole;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            bytes = once(bytes, other);
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + length());
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes);
            case 1 -> Arrays.copyOf(bytes, from);
            case 2 -> joined(bytes, from, slice(bytes, from, to), from); // a piece twice
            case 3 -> joined(bytes, from, new byte[0], to); // a piece less
            case 4 -> joined(bytes, from, slice(other, random.nextInt(other.length + 1), other.length), to);
            case 5 -> joined(bytes, from, telling(1), from);
            case 6 -> joined(bytes, from, telling(1), to);
            default -> joined(bytes, from, telling(random.nextInt(1, 3000)), from);
        };
    }

    /** Most pieces are short, a few long. */
    private int length() {
        return 1 << random.nextInt(12);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(1, 8); i > 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] telling(int times) {
        return TELLING.get(random.nextInt(TELLING.size())).repeat(times).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[] bytes, int begin, byte[] between, int rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, begin);
        joined.writeBytes(between);
        joined.write(bytes, rest, bytes.length - rest);
        return joined.toByteArray();
    }
}

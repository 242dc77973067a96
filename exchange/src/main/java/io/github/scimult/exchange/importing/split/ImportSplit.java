package io.github.scimult.exchange.importing.split;

import io.github.scimult.core.task.Split;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where judgements go whose files name no split. All judgements of a query go to the same split, whatever the task. */
public sealed interface ImportSplit {

    /** What decides which query goes where. */
    enum Order {
        /** Drawn by the seed and the query's id. */
        RANDOM,
        /** Train has the oldest papers, test the newest; whole years, so that no year is in two splits. */
        TIME
    }

    /**
     * All into one split, but for a share that goes to dev.
     *
     * @param split of all others
     * @param devShare of the queries, in [0, 1), drawn by the seed and the query's id
     * @param seed of the draw
     */
    record Fixed(Split split, double devShare, long seed) implements ImportSplit {
        public Fixed {
            if (!(devShare >= 0 && devShare < 1)) {
                throw new IllegalArgumentException("the share of dev is in [0, 1), not " + devShare);
            }
        }

        /** The split of a query. */
        public Split of(String query) {
            return draw(seed, query) < devShare ? Split.DEV : split;
        }
    }

    /**
     * Shares of the queries for each split, in hundredths.
     *
     * @param train share of train
     * @param dev share of dev
     * @param test share of test
     * @param order what decides
     * @param seed of the draw
     */
    record Shares(int train, int dev, int test, Order order, long seed) implements ImportSplit {
        private static final Pattern FORM = Pattern.compile("(\\d{1,3})/(\\d{1,3})/(\\d{1,3})");

        /**
         * Shares as users write them: {@code 80/10/10}.
         *
         * @throws IllegalArgumentException if these are no three whole numbers that add up to 100
         */
        public static Shares parse(String text, Order order, long seed) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw wrong(text);
            }
            int train = Integer.parseInt(parts.group(1));
            int dev = Integer.parseInt(parts.group(2));
            int test = Integer.parseInt(parts.group(3));
            if (train + dev + test != 100) {
                throw wrong(text);
            }
            return new Shares(train, dev, test, order, seed);
        }

        private static IllegalArgumentException wrong(String text) {
            return new IllegalArgumentException(
                    "the shares of train, dev and test, such as 80/10/10, are whole numbers that add up"
                            + " to 100, not " + text);
        }

        /** {@code 80/10/10}. */
        String text() {
            return train + "/" + dev + "/" + test;
        }
    }

    /** Everything into train. */
    static ImportSplit train() {
        return new Fixed(Split.TRAIN, 0, 17);
    }

    /** A number in [0, 1) that depends on the seed and the query's id alone. */
    static double draw(long seed, String query) {
        return new SplittableRandom(seed ^ (31L * query.hashCode() + query.length())).nextDouble();
    }
}

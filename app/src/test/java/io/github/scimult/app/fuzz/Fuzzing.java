package io.github.scimult.app.fuzz;

import io.github.scimult.core.storage.AtomicFolder;
import io.github.scimult.core.storage.BadDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Feeds damaged inputs to everything that reads files, and keeps what goes wrong. */
final class Fuzzing {
    /** On a busy machine, too. */
    private static final int SECONDS_EACH = 20;

    private final Path folder;
    private final List<FuzzTarget> targets;
    private final List<FuzzTarget> weighted = new ArrayList<>();
    private final Map<String, long[]> outcomes = new TreeMap<>(); // read, refused, nanoseconds by target
    private final List<String> faults = new ArrayList<>();

    Fuzzing(Path folder) throws IOException {
        this.folder = folder;
        this.targets = FuzzTargets.all();
        targets.forEach(target -> {
            for (int i = 0; i < target.weight(); i++) {
                weighted.add(target);
            }
        });
    }

    /** Tries so many inputs, each of which its number tells alone. */
    void run(long first, long count) throws IOException {
        try (ExecutorService reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("fuzz").factory())) {
            for (long number = first; number < first + count; number++) {
                if (!one(number, reader)) {
                    reader.shutdownNow();
                    return; // a thread that hangs cannot be ended
                }
            }
        }
    }

    private boolean one(long number, ExecutorService reader) throws IOException {
        SplittableRandom random = new SplittableRandom(number);
        FuzzTarget target = weighted.get(random.nextInt(weighted.size()));
        byte[] seed = target.seeds().get(random.nextInt(target.seeds().size()));
        byte[] other = targets.get(random.nextInt(targets.size())).seeds().getFirst();
        byte[] bytes = new Mutation(random).of(seed, other);
        Path place = Files.createDirectories(folder.resolve("n" + number));
        String name = target.name() + ", input " + number;
        long begun = System.nanoTime();
        Future<?> reading = reader.submit(() -> {
            target.reader().read(bytes, place);
            return null;
        });
        try {
            reading.get(SECONDS_EACH, TimeUnit.SECONDS);
            count(target, 0);
            checkWhole(name, place, true);
        } catch (ExecutionException failure) {
            count(target, 1);
            check(name, failure.getCause());
            checkWhole(name, place, false);
        } catch (TimeoutException hangs) {
            faults.add(name + ": no end after " + SECONDS_EACH + " s; the input is in " + place);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        outcomes.get(target.name())[2] += System.nanoTime() - begun;
        AtomicFolder.delete(place);
        return true;
    }

    private void count(FuzzTarget target, int outcome) {
        outcomes.computeIfAbsent(target.name(), _ -> new long[3])[outcome]++;
    }

    /** People get a sentence: these are the exceptions whose message is one. */
    private void check(String name, Throwable failure) {
        boolean isTold = failure instanceof BadDataException
                || failure.getClass() == IllegalArgumentException.class
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
        String message = failure.getMessage();
        if (!isTold || message == null || message.isBlank() || message.contains("Exception")) {
            StackTraceElement at = failure.getStackTrace().length == 0 ? null : failure.getStackTrace()[0];
            faults.add(name + ": " + failure.getClass().getName() + ": " + message + " at " + at);
        }
    }

    /** A collection is there whole, or not at all, and nothing beside it. */
    private void checkWhole(String name, Path place, boolean isRead) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(".") || (file.equals("out") && !isRead))
                    .forEach(file -> faults.add(name + ": left " + file));
        }
    }

    List<String> faults() {
        return faults;
    }

    /** A line for each target. */
    String report() {
        StringBuilder report = new StringBuilder();
        outcomes.forEach((name, both) -> report.append(
                "%-40s %,9d read %,9d refused %,9.1f s%n".formatted(name, both[0], both[1], both[2] / 1e9)));
        return report.toString();
    }
}

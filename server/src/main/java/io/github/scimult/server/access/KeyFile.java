package io.github.scimult.server.access;

import io.github.scimult.core.storage.BadDataException;
import io.github.scimult.core.storage.Utf8File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of keys. A line is {@code KEY}, {@code KEY SCOPES} or {@code KEY SCOPES NAME}: the scopes are joined by commas without
 * blanks, {@code all} stands for each of them, as does a line without scopes. Empty lines and those that begin with {@code #} say
 * nothing.
 *
 * <pre>
 * 8c0f6d1f4be2                              # everything
 * 19ab03c7e51d  read,feedback  reading-room
 * </pre>
 */
public final class KeyFile {
    private static final String ALL = "all";
    private static final String EXPECTED =
            "expected KEY, KEY SCOPES or KEY SCOPES NAME, such as" + " `19ab03c7e51d read,feedback reading-room`";

    private final Path file;
    private final Map<String, Integer> lineOfKey = new HashMap<>();

    private KeyFile(Path file) {
        this.file = file;
    }

    /**
     * Reads keys.
     *
     * @return at least one
     * @throws BadDataException naming file and line if a line is none of a key, a key comes twice, or there is no key
     */
    public static List<ApiKey> read(Path file) throws IOException {
        return new KeyFile(file).keys();
    }

    private List<ApiKey> keys() throws IOException {
        List<ApiKey> keys = new ArrayList<>();
        int number = 0;
        for (String line : Utf8File.read(file).lines().toList()) {
            number++;
            String said = line.strip();
            if (!said.isEmpty() && !said.startsWith("#")) {
                keys.add(key(said.split("\\s+#", 2)[0].split("\\s+"), number));
            }
        }
        if (keys.isEmpty()) {
            throw BadDataException.in(file, "there is no key in it: " + EXPECTED + ".");
        }
        return keys;
    }

    private ApiKey key(String[] words, int line) {
        if (words.length > 3) {
            throw BadDataException.in(file, line, words.length + " words: " + EXPECTED + ".");
        }
        Integer earlier = lineOfKey.putIfAbsent(words[0], line);
        if (earlier != null) {
            throw BadDataException.in(file, line, "the key is that of line " + earlier + ": remove one of both.");
        }
        Set<Scope> scopes = words.length == 1 ? EnumSet.allOf(Scope.class) : scopes(words[1], line);
        return new ApiKey(words.length == 3 ? words[2] : "key-" + line, words[0], scopes);
    }

    private Set<Scope> scopes(String word, int line) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String name : word.split(",", -1)) {
            if (name.equals(ALL)) {
                return EnumSet.allOf(Scope.class);
            }
            scopes.add(Scope.of(name)
                    .orElseThrow(() -> BadDataException.in(
                            file, line, "there is no scope '" + name + "'; there are " + Scope.names() + " and all.")));
        }
        return scopes;
    }
}

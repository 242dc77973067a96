package io.github.scimult.server.message.subject;

import java.util.List;

/** The one vocabulary that a server has. */
public record VocabularyList(List<VocabularyInfo> vocabs) {}

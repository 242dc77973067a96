package io.github.scimult.server.message.subject;

import java.util.List;

/** The one project that a server has. */
public record ProjectList(List<ProjectInfo> projects) {}

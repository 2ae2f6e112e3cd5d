package dev.recap.web.pages;

import dev.recap.desk.knowledge.Hit;
import java.util.List;

/** What the agent would find. */
public record KnowledgeView(String query, List<Hit> hits) {}

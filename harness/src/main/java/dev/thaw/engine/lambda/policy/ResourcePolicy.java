package dev.thaw.engine.lambda.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A policy's statements in the order in which they came, under a revision. */
public record ResourcePolicy(String revisionId, List<Statement> statements) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ResourcePolicy {
    statements = List.copyOf(statements);
  }

  private record Document(
      @JsonProperty("Version") String version,
      @JsonProperty("Id") String id,
      @JsonProperty("Statement") List<Statement> statements) {}

  public Optional<Statement> find(String sid) {
    return statements.stream().filter(statement -> statement.sid().equals(sid)).findFirst();
  }

  /** The same with another statement at its end. */
  public ResourcePolicy with(Statement statement, String revision) {
    var more = new ArrayList<>(statements);
    more.add(statement);
    return new ResourcePolicy(revision, more);
  }

  /** The same without that statement. */
  public ResourcePolicy without(String sid, String revision) {
    return new ResourcePolicy(
        revision, statements.stream().filter(statement -> !statement.sid().equals(sid)).toList());
  }

  /** As GetPolicy gives it. */
  public String json() {
    return json(new Document("2012-10-17", "default", statements));
  }

  /** As AddPermission gives it. */
  public static String json(Statement statement) {
    return json((Object) statement);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A policy is always JSON", e);
    }
  }
}

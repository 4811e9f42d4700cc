package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionVersion;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * A function as it stands: its configuration in Lambda's own shape, the code that it names, and the
 * version that invocations run, which lags behind while an update is in progress and does not exist
 * while the function is being created. {@code deployment} is new with each change of the code or
 * configuration; the revision id moreover with each move of the status.
 */
public record StoredFunction(
    FunctionConfiguration configuration,
    CodePackage code,
    String deployment,
    Map<String, String> tags,
    @Nullable Live live,
    PublishedVersions versions,
    Map<String, Alias> aliases) {
  /** What invocations run: a version, and the package that must stay while they do. */
  public record Live(FunctionVersion version, CodePackage code) {}

  public StoredFunction {
    tags = Map.copyOf(tags);
    aliases = Map.copyOf(aliases);
  }

  public boolean isPending() {
    return configuration.state() == State.PENDING;
  }

  public boolean isUpdating() {
    return configuration.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS;
  }

  /** {@code $LATEST}. */
  public StoredVersion latest() {
    return new StoredVersion(configuration, code, deployment, live);
  }

  /** The version of that number, or {@code $LATEST}. */
  public Optional<StoredVersion> version(String version) {
    return version.equals(FunctionReference.LATEST)
        ? Optional.of(latest())
        : versions.find(version);
  }

  /**
   * The version that a qualifier stands for, an alias with a weighted second version drawing one.
   */
  public Optional<StoredVersion> resolve(@Nullable String qualifier, DoubleSupplier draw) {
    if (qualifier == null) {
      return Optional.of(latest());
    }
    var alias = aliases.get(qualifier);
    return version(alias == null ? qualifier : alias.route(draw.getAsDouble()));
  }

  public StoredFunction with(FunctionConfiguration other) {
    return new StoredFunction(other, code, deployment, tags, live, versions, aliases);
  }

  public StoredFunction with(PublishedVersions others) {
    return new StoredFunction(configuration, code, deployment, tags, live, others, aliases);
  }

  public StoredFunction withAliases(Map<String, Alias> others) {
    return new StoredFunction(configuration, code, deployment, tags, live, versions, others);
  }

  public StoredFunction withTags(Map<String, String> others) {
    return new StoredFunction(configuration, code, deployment, others, live, versions, aliases);
  }

  public StoredFunction running(FunctionConfiguration other, Live now) {
    return new StoredFunction(other, code, deployment, tags, now, versions, aliases);
  }

  /** All packages that this function holds. */
  Stream<CodePackage> packages() {
    var current = live == null ? Stream.of(code) : Stream.of(code, live.code());
    return Stream.concat(current, versions.stream().map(StoredVersion::code));
  }
}

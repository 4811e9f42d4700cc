package dev.thaw.engine.lambda.url;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.FunctionListener;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All function URLs by their ids, at most one for a function or alias. Thread-safe. */
final class FunctionUrls implements FunctionListener {
  private final Map<String, FunctionUrl> urls = new ConcurrentHashMap<>();

  /** Adds a URL unless its function or alias has one. */
  synchronized void add(FunctionUrl url) {
    if (find(url.function()).isPresent()) {
      // Recorded 2025-11-25: localstack test_url_config_lifecycle; both spaces are AWS's.
      throw LambdaError.RESOURCE_CONFLICT.user(
          ("Failed to create function url config for [functionArn = %s]. Error message: "
                  + " FunctionUrlConfig exists for this Lambda function")
              .formatted(url.function().arn()));
    }
    urls.put(url.id(), url);
  }

  Optional<FunctionUrl> byId(String id) {
    return Optional.ofNullable(urls.get(id));
  }

  FunctionUrl get(FunctionReference function) {
    return find(function).orElseThrow(FunctionUrls::unknown);
  }

  private Optional<FunctionUrl> find(FunctionReference function) {
    return of(function.name()).filter(url -> url.function().equals(function)).findFirst();
  }

  synchronized FunctionUrl update(FunctionReference function, UnaryOperator<FunctionUrl> change) {
    var updated = change.apply(get(function));
    urls.put(updated.id(), updated);
    return updated;
  }

  synchronized void remove(FunctionReference function) {
    urls.remove(get(function).id());
  }

  Stream<FunctionUrl> of(FunctionName function) {
    return urls.values().stream().filter(url -> url.function().name().equals(function));
  }

  private static AwsException unknown() {
    return LambdaError.RESOURCE_NOT_FOUND.user("The resource you requested does not exist.");
  }

  @Override
  public void functionDeleted(FunctionName function) {
    forget(reference -> reference.name().equals(function));
  }

  @Override
  public void aliasDeleted(FunctionName function, String alias) {
    forget(reference -> reference.equals(new FunctionReference(function, alias)));
  }

  private void forget(Predicate<FunctionReference> isGone) {
    urls.values().removeIf(url -> isGone.test(url.function()));
  }
}

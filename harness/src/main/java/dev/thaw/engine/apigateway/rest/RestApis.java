package dev.thaw.engine.apigateway.rest;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All REST APIs by their ids; each change of one is atomic. */
final class RestApis {
  private final Map<String, StoredRestApi> apis = new ConcurrentHashMap<>();

  void add(StoredRestApi api) {
    apis.put(api.api().id(), api);
  }

  Optional<StoredRestApi> find(String id) {
    return Optional.ofNullable(apis.get(id));
  }

  StoredRestApi get(Caller caller, String id) {
    return find(id)
        .filter(api -> isOwn(api, caller))
        .orElseThrow(
            () ->
                ApiError.NOT_FOUND.exception(
                    "Invalid API identifier specified %s:%s".formatted(caller.account(), id)));
  }

  StoredRestApi update(Caller caller, String id, UnaryOperator<StoredRestApi> change) {
    get(caller, id);
    var updated = apis.computeIfPresent(id, (same, old) -> change.apply(old));
    return updated == null ? get(caller, id) : updated;
  }

  void remove(Caller caller, String id) {
    get(caller, id);
    apis.remove(id);
  }

  Stream<StoredRestApi> of(Caller caller) {
    return apis.values().stream().filter(api -> isOwn(api, caller));
  }

  private static boolean isOwn(StoredRestApi api, Caller caller) {
    return api.account().equals(caller.account()) && api.region().equals(caller.region());
  }
}

package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.apigateway.route.ApiError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All HTTP APIs by their ids; each change of one is atomic. */
final class HttpApis {
  private final Map<String, StoredHttpApi> apis = new ConcurrentHashMap<>();

  void add(StoredHttpApi api) {
    apis.put(api.api().apiId(), api);
  }

  Optional<StoredHttpApi> find(String id) {
    return Optional.ofNullable(apis.get(id));
  }

  StoredHttpApi get(Caller caller, String id) {
    return find(id).filter(api -> isOwn(api, caller)).orElseThrow(() -> unknown(id));
  }

  StoredHttpApi update(Caller caller, String id, UnaryOperator<StoredHttpApi> change) {
    get(caller, id);
    var updated = apis.computeIfPresent(id, (same, old) -> change.apply(old));
    return Optional.ofNullable(updated).orElseThrow(() -> unknown(id));
  }

  void remove(Caller caller, String id) {
    get(caller, id);
    apis.remove(id);
  }

  Stream<StoredHttpApi> of(Caller caller) {
    return apis.values().stream().filter(api -> isOwn(api, caller));
  }

  private static boolean isOwn(StoredHttpApi api, Caller caller) {
    return api.account().equals(caller.account()) && api.region().equals(caller.region());
  }

  private static AwsException unknown(String id) {
    return ApiError.NOT_FOUND.exception("Invalid API identifier specified " + id);
  }
}

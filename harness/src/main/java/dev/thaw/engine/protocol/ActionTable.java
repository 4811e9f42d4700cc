package dev.thaw.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Operations found by their name, which stands in a header or in the form. */
public final class ActionTable implements OperationTable {
  private static final String TARGET = "X-Amz-Target";

  private final Function<WireRequest, Optional<String>> naming;
  private final List<Binding> bindings;

  private ActionTable(Function<WireRequest, Optional<String>> naming, List<Binding> bindings) {
    this.naming = naming;
    this.bindings = bindings;
  }

  /** Named by {@code X-Amz-Target: Logs_20140328.CreateLogGroup}. */
  public static ActionTable byTarget() {
    return new ActionTable(
        wire -> wire.header(TARGET).map(target -> target.substring(target.indexOf('.') + 1)),
        List.of());
  }

  /** Named by {@code Action=GetCallerIdentity}. */
  public static ActionTable byForm() {
    return new ActionTable(
        wire -> Optional.ofNullable(wire.form().get("Action")).map(names -> names.get(0)),
        List.of());
  }

  /** Named by the path: {@code /service/GraniteServiceVersion20100801/operation/ListMetrics}. */
  public static ActionTable byPath() {
    return new ActionTable(
        wire -> {
          var parts = wire.path().split("/", -1);
          return parts.length == 5 ? Optional.of(parts[4]) : Optional.empty();
        },
        List.of());
  }

  public ActionTable with(Binding binding) {
    var more = new ArrayList<>(bindings);
    more.add(binding);
    return new ActionTable(naming, List.copyOf(more));
  }

  @Override
  public Match find(WireRequest wire) {
    var name = naming.apply(wire).orElse("A request without an operation's name");
    return bindings.stream()
        .filter(binding -> binding.name().equals(name))
        .findFirst()
        .map(binding -> new Match(binding, Map.of()))
        .orElseThrow(() -> CommonError.notImplemented(name));
  }
}

package dev.thaw.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations found by their name, which stands in a header, in the form or in the path. A name that
 * AWS has and this table lacks is told apart from one that nobody has.
 */
public final class ActionTable implements OperationTable {
  private static final String TARGET = "X-Amz-Target";

  private final Naming naming;
  private final List<Binding> bindings;

  /** How a request says its operation's name. */
  private enum Naming {
    /** {@code X-Amz-Target: Logs_20140328.CreateLogGroup}. */
    TARGET_HEADER {
      @Override
      Optional<String> name(WireRequest wire) {
        return wire.header(TARGET).map(target -> target.substring(target.indexOf('.') + 1));
      }
    },
    /** {@code Action=GetCallerIdentity}. */
    FORM {
      @Override
      Optional<String> name(WireRequest wire) {
        return Optional.ofNullable(wire.form().get("Action")).map(names -> names.get(0));
      }

      @Override
      AwsException unnamed() {
        return new AwsException(
            CommonError.MISSING_ACTION,
            "The request is missing an action or a required parameter.");
      }

      @Override
      AwsException unknown(String name) {
        return new AwsException(
            CommonError.INVALID_ACTION,
            "The action %s is not valid for this web service.".formatted(name));
      }
    },
    /** {@code /service/GraniteServiceVersion20100801/operation/ListMetrics}. */
    PATH {
      @Override
      Optional<String> name(WireRequest wire) {
        var parts = wire.path().split("/", -1);
        return parts.length == 5 ? Optional.of(parts[4]) : Optional.empty();
      }
    };

    abstract Optional<String> name(WireRequest wire);

    AwsException unnamed() {
      return new AwsException(
          CommonError.UNKNOWN_OPERATION, "The request does not name an operation.");
    }

    AwsException unknown(String name) {
      return new AwsException(
          CommonError.UNKNOWN_OPERATION, "There is no operation of the name " + name + ".");
    }
  }

  private ActionTable(Naming naming, List<Binding> bindings) {
    this.naming = naming;
    this.bindings = bindings;
  }

  /** Named by {@code X-Amz-Target: Logs_20140328.CreateLogGroup}. */
  public static ActionTable byTarget() {
    return new ActionTable(Naming.TARGET_HEADER, List.of());
  }

  /** Named by {@code Action=GetCallerIdentity}. */
  public static ActionTable byForm() {
    return new ActionTable(Naming.FORM, List.of());
  }

  /** Named by the path: {@code /service/GraniteServiceVersion20100801/operation/ListMetrics}. */
  public static ActionTable byPath() {
    return new ActionTable(Naming.PATH, List.of());
  }

  public ActionTable with(Binding binding) {
    var more = new ArrayList<>(bindings);
    more.add(binding);
    return new ActionTable(naming, List.copyOf(more));
  }

  @Override
  public Match find(WireRequest wire) {
    var name = naming.name(wire).orElseThrow(naming::unnamed);
    return bindings.stream()
        .filter(binding -> binding.name().equals(name))
        .findFirst()
        .map(binding -> new Match(binding, Map.of()))
        .orElseThrow(
            () ->
                bindings.stream().anyMatch(other -> other.hasSibling(name))
                    ? CommonError.notImplemented(name)
                    : naming.unknown(name));
  }
}

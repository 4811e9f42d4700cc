package dev.thaw.engine.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * An operation under its AWS name, with all that the table says of it: its success status, its
 * constraints and its body limit.
 */
public final class Binding {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{1,100}");

  private final String name;
  private final Runner runner;
  private final int status;
  private final boolean quick;
  private final Constraints constraints;
  private final BodyLimit limit;
  private final Supplier<? extends SdkPojo> builder;

  /** Reads a request into its builder, checks it and runs the handler. */
  @FunctionalInterface
  private interface Runner {
    CompletableFuture<? extends Answer<?>> run(
        Call call, Consumer<SdkPojo> reader, Constraints constraints);
  }

  private Binding(String name, Runner runner, Details details) {
    this.name = name;
    this.runner = runner;
    this.status = details.status();
    this.quick = details.quick();
    this.constraints = details.constraints();
    this.limit = details.limit();
    this.builder = details.builder();
  }

  /** {@code builder} makes no shape before it must: their fields are many, and slow to set up. */
  private record Details(
      int status,
      boolean quick,
      Constraints constraints,
      BodyLimit limit,
      Supplier<? extends SdkPojo> builder) {
    static Details of(boolean quick, Supplier<? extends SdkPojo> builder) {
      return new Details(200, quick, Constraints.NONE, BodyLimit.DEFAULT, builder);
    }
  }

  public static <I extends SdkPojo, B extends SdkPojo & SdkBuilder<B, I>, O extends SdkPojo>
      Binding of(String name, Supplier<B> builder, Operation<I, O> operation) {
    return download(name, builder, (call, request) -> Answer.of(operation.handle(call, request)));
  }

  public static <I extends SdkPojo, B extends SdkPojo & SdkBuilder<B, I>, O extends SdkPojo>
      Binding download(String name, Supplier<B> builder, DownloadOperation<I, O> operation) {
    Runner runner =
        (call, reader, constraints) ->
            CompletableFuture.completedFuture(
                operation.handle(call, request(builder.get(), reader, constraints)));
    return new Binding(name, runner, Details.of(false, builder));
  }

  /** An operation that is so quick before its future that it may run where the request arrived. */
  public static <I extends SdkPojo, B extends SdkPojo & SdkBuilder<B, I>, O extends SdkPojo>
      Binding async(String name, Supplier<B> builder, AsyncOperation<I, O> operation) {
    Runner runner =
        (call, reader, constraints) ->
            operation
                .handle(call, request(builder.get(), reader, constraints))
                .thenApply(Answer::of);
    return new Binding(name, runner, Details.of(true, builder));
  }

  private static <I extends SdkPojo, B extends SdkPojo & SdkBuilder<B, I>> I request(
      B builder, Consumer<SdkPojo> reader, Constraints constraints) {
    reader.accept(builder);
    var request = builder.build();
    constraints.check(request);
    return request;
  }

  public Binding status(int other) {
    return new Binding(name, runner, new Details(other, quick, constraints, limit, builder));
  }

  /** The same operation, which is so quick that it may run where the request arrived. */
  public Binding quick() {
    return new Binding(name, runner, new Details(status, true, constraints, limit, builder));
  }

  public Binding constraints(Constraints other) {
    return checked(other.withRefusals(constraints));
  }

  /** The same operation, which refuses members that it would otherwise ignore. */
  public Binding lacking(String... members) {
    return checked(constraints.with(request -> Unsupported.refuse(request, members)));
  }

  /** The same operation, which knows no other value of that member than those. */
  public Binding lackingUnless(String member, String... values) {
    return checked(constraints.with(request -> Unsupported.refuseUnless(request, member, values)));
  }

  private Binding checked(Constraints other) {
    return new Binding(name, runner, new Details(status, quick, other, limit, builder));
  }

  public Binding limit(BodyLimit other) {
    return new Binding(name, runner, new Details(status, quick, constraints, other, builder));
  }

  CompletableFuture<? extends Answer<?>> run(Call call, Consumer<SdkPojo> reader) {
    return runner.run(call, reader, constraints);
  }

  /** Whether the service has, on AWS, an operation of that name. */
  boolean hasSibling(String operation) {
    return NAME.matcher(operation).matches()
        && Shapes.isRequest(model() + "." + operation + "Request");
  }

  /** The package of the service's shapes. */
  private String model() {
    return builder.get().getClass().getPackageName();
  }

  String name() {
    return name;
  }

  int status() {
    return status;
  }

  boolean isQuick() {
    return quick;
  }

  BodyLimit limit() {
    return limit;
  }
}

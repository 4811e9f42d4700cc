package dev.thaw.engine.lambda.concurrency;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.admission.ProvisionedConfigs;
import dev.thaw.engine.lambda.function.Alias;
import dev.thaw.engine.lambda.function.FunctionListener;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Functions;

/** Lets what is provisioned follow its versions and aliases; functions take theirs with them. */
public record ProvisionedFollower(Functions functions, ProvisionedConfigs configs)
    implements FunctionListener {
  @Override
  public void versionDeleted(FunctionName function, String version) {
    configs.delete(function, version);
  }

  /** One that points to {@code $LATEST} from now on has nothing provisioned. */
  @Override
  public void aliasMoved(FunctionName function, String alias) {
    functions.alias(function, alias).map(Alias::version).ifPresent(to -> move(function, alias, to));
  }

  private void move(FunctionName function, String alias, String version) {
    if (version.equals(FunctionReference.LATEST)) {
      configs.delete(function, alias);
    } else {
      var target = new ProvisionedTarget(function, alias, version);
      configs.move(target.runnable(functions), alias);
    }
  }

  @Override
  public void aliasDeleted(FunctionName function, String alias) {
    configs.delete(function, alias);
  }
}

package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.lambda.admission.Accounts;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html. */
record GetAccountSettings(CodeUsage usage, Accounts accounts)
    implements Operation<GetAccountSettingsRequest, GetAccountSettingsResponse> {
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  private static final long TOTAL_CODE_SIZE = 300L << 30;
  private static final long CODE_SIZE_UNZIPPED = 262_144_000;
  private static final long CODE_SIZE_ZIPPED = 52_428_800;

  @Override
  public GetAccountSettingsResponse handle(Call call, GetAccountSettingsRequest request) {
    return GetAccountSettingsResponse.builder()
        .accountLimit(limit(call))
        .accountUsage(
            used ->
                used.functionCount(usage.functions(call.caller()))
                    .totalCodeSize(usage.bytes(call.caller())))
        .build();
  }

  private AccountLimit limit(Call call) {
    var account = accounts.of(call.caller());
    return AccountLimit.builder()
        .totalCodeSize(TOTAL_CODE_SIZE)
        .codeSizeUnzipped(CODE_SIZE_UNZIPPED)
        .codeSizeZipped(CODE_SIZE_ZIPPED)
        .concurrentExecutions(account.limit())
        .unreservedConcurrentExecutions(account.unreserved())
        .build();
  }
}

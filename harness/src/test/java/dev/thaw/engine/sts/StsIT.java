package dev.thaw.engine.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.model.StsException;

/** The account is that of the access key, or else the engine's own. */
final class StsIT {
  @TempDir Path folder;

  @Test
  void tellsTheAccountThatTheAccessKeyNames() {
    try (var engine = EngineUnderTest.start(folder);
        var named = engine.sts("123456789012");
        var unnamed = engine.sts("AKIAIOSFODNN7EXAMPLE")) {
      assertThat(named.getCallerIdentity().account()).isEqualTo("123456789012");
      assertThat(named.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::123456789012:root");
      assertThat(unnamed.getCallerIdentity().account()).isEqualTo("000000000000");
    }
  }

  @Test
  void namesTheActionThatItLacks() {
    try (var engine = EngineUnderTest.start(folder);
        var sts = engine.sts("123456789012")) {
      assertThatThrownBy(sts::getSessionToken)
          .isInstanceOfSatisfying(
              StsException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
          .hasMessageContaining("GetSessionToken is not implemented by this engine");
    }
  }
}

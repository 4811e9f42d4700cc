package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

class MemoryPreferencesTest {
  /** The node and keys that Gatling 3.15.1 reads before it asks Maven Central. */
  @Test
  void gatlingFindsThatItLookedForANewVersionJustNow() throws BackingStoreException {
    var node = Preferences.userRoot().node("/io/gatling/latestVersion");

    assertThat(node).isInstanceOf(MemoryPreferences.class);
    assertThat(node.getBoolean("lastCheckSuccess", false)).isFalse();
    assertThat(System.currentTimeMillis() - node.getLong("lastCheckTimestamp", 0))
        .isBetween(-1000L, 60_000L);
  }

  @Test
  void keepsWhatIsPut() throws BackingStoreException {
    var node = Preferences.systemRoot().node("/test");
    node.put("key", "value");
    node.flush();

    assertThat(node.get("key", "none")).isEqualTo("value");
    node.remove("key");
    assertThat(node.get("key", "none")).isEqualTo("none");
  }
}

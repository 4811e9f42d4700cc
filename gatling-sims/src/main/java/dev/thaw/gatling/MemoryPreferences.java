package dev.thaw.gatling;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/**
 * Preferences that end with the process: nothing is written to anybody's home, and Gatling, which
 * asks Maven Central for a newer version when it has not lately, believes that it just has.
 */
public final class MemoryPreferences extends AbstractPreferences {
  private static final String CHECKED_AT = "lastCheckTimestamp";

  private final Map<String, String> values = new ConcurrentHashMap<>();

  private MemoryPreferences(@Nullable AbstractPreferences parent, String name) {
    super(parent, name);
    values.put(CHECKED_AT, Long.toString(new EpochClock().now() / 1_000_000));
  }

  /** Found by the JDK as the service that makes preferences. */
  public static final class Factory implements PreferencesFactory {
    private static final Preferences ROOT = new MemoryPreferences(null, "");

    @Override
    public Preferences systemRoot() {
      return ROOT;
    }

    @Override
    public Preferences userRoot() {
      return ROOT;
    }
  }

  @Override
  protected void putSpi(String key, String value) {
    values.put(key, value);
  }

  @Override
  protected @Nullable String getSpi(String key) {
    return values.get(key);
  }

  @Override
  protected void removeSpi(String key) {
    values.remove(key);
  }

  @Override
  protected void removeNodeSpi() {
    values.clear();
  }

  @Override
  protected String[] keysSpi() {
    return values.keySet().toArray(String[]::new);
  }

  @Override
  protected String[] childrenNamesSpi() {
    return new String[0];
  }

  @Override
  protected AbstractPreferences childSpi(String name) {
    return new MemoryPreferences(this, name);
  }

  @Override
  protected void syncSpi() {}

  @Override
  protected void flushSpi() {}
}

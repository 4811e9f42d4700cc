package dev.thaw.sample;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which the function can be made to fail, in its handler or in its initialisation. */
enum Fault {
  NONE {
    @Override
    void strike() {}
  },
  EXCEPTION {
    @Override
    void strike() {
      throw new IllegalStateException("asked to fail");
    }
  },
  EXIT_0 {
    @Override
    void strike() {
      Runtime.getRuntime().exit(0);
    }
  },
  EXIT_1 {
    @Override
    void strike() {
      Runtime.getRuntime().exit(1);
    }
  },
  OUT_OF_MEMORY {
    @Override
    void strike() {
      var all = new java.util.ArrayList<byte[]>();
      while (all.size() < Integer.MAX_VALUE) {
        all.add(new byte[1 << 20]);
      }
    }
  };

  abstract void strike();

  static Fault of(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return NONE;
    }
    try {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "fault '%s' is none of %s".formatted(name, Arrays.toString(values())), e);
    }
  }
}

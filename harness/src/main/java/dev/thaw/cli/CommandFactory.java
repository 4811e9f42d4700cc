package dev.thaw.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes commands, handing the surroundings to those whose constructor asks for them. */
record CommandFactory(Surroundings surroundings) implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Surroundings.class) {
        return type.cast(constructor.newInstance(surroundings));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}

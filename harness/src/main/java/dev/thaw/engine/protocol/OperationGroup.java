package dev.thaw.engine.protocol;

/** Operations of a service that belong together and are looked up in one table with the others. */
@FunctionalInterface
public interface OperationGroup {
  /** The table with these operations behind those it has. */
  RestTable addTo(RestTable table);
}

package dev.thaw.model;

import java.util.List;

/** What is put into a simulated stream, record by record. */
public sealed interface StreamContent {
  /** How many partition keys there are. */
  int partitionKeys();

  /**
   * One record.
   *
   * @param key the number of its partition key
   * @param isPoison whether every batch fails that it is in
   * @param isFilteredOut whether the mapping's filters keep it from the function
   */
  record Item(int key, boolean isPoison, boolean isFilteredOut) {
    public Item {
      if (key < 0) {
        throw new IllegalArgumentException("a partition key's number is 0 or more, not " + key);
      }
    }

    /** A record that is nothing special. */
    public static Item of(int key) {
      return new Item(key, false, false);
    }

    /** A record that makes its batches fail. */
    public static Item poison(int key) {
      return new Item(key, true, false);
    }

    /** A record that the filters drop. */
    public static Item filteredOut(int key) {
      return new Item(key, false, true);
    }
  }

  /**
   * Drawn by chance.
   *
   * @param partitionKeys how many there are, each equally likely
   * @param poisonProbability with which a record makes every batch fail that it is in
   * @param filteredProbability with which the mapping's filters drop a record
   */
  record Drawn(int partitionKeys, double poisonProbability, double filteredProbability)
      implements StreamContent {
    public Drawn {
      if (partitionKeys < 1) {
        throw new IllegalArgumentException(
            "a stream's records have at least one partition key, not " + partitionKeys);
      }
      Failures.requireProbability(poisonProbability);
      Failures.requireProbability(filteredProbability);
    }
  }

  /** One item after the other, and then from the first one on again. */
  record Listed(List<Item> items) implements StreamContent {
    public Listed {
      items = List.copyOf(items);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("a list of records has at least one");
      }
    }

    @Override
    public int partitionKeys() {
      return 1 + items.stream().mapToInt(Item::key).max().orElseThrow();
    }
  }
}

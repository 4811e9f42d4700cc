package dev.thaw.model;

import dev.thaw.model.Draws.Purpose;
import dev.thaw.model.StreamContent.Drawn;
import dev.thaw.model.StreamContent.Item;
import dev.thaw.model.StreamContent.Listed;
import java.util.SplittableRandom;

/** The records that a simulated stream's content stands for, one after the other. */
interface StreamItems {
  Item next();

  static StreamItems of(StreamContent content, Draws draws) {
    return content instanceof Listed listed
        ? new Repeated(listed)
        : new Chance((Drawn) content, draws);
  }

  /** As they are listed. */
  final class Repeated implements StreamItems {
    private final Listed listed;
    private int index;

    Repeated(Listed listed) {
      this.listed = listed;
    }

    @Override
    public Item next() {
      return listed.items().get(index++ % listed.items().size());
    }
  }

  /** As they are drawn. */
  final class Chance implements StreamItems {
    private final int partitionKeys;
    private final SplittableRandom keys;
    private final Failures poison;
    private final Failures filtered;

    Chance(Drawn drawn, Draws draws) {
      this.partitionKeys = drawn.partitionKeys();
      this.keys = draws.of(Purpose.PARTITION_KEY);
      this.poison = new Failures(drawn.poisonProbability(), draws.of(Purpose.POISON));
      this.filtered = new Failures(drawn.filteredProbability(), draws.of(Purpose.FILTER));
    }

    @Override
    public Item next() {
      return new Item(keys.nextInt(partitionKeys), poison.next(), filtered.next());
    }
  }
}

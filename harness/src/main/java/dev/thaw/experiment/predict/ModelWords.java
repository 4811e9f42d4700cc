package dev.thaw.experiment.predict;

import dev.thaw.experiment.predict.Prediction.VariantModel;

/** What the model takes a variant for, in words. */
final class ModelWords {
  private ModelWords() {}

  static String of(VariantModel variant) {
    var times = variant.times();
    var words =
        new StringBuilder(variant.variant())
            .append(" · ")
            .append(variant.memoryMb())
            .append(" MB · ")
            .append(variant.source())
            .append(": hidden ")
            .append(times.hidden())
            .append(", init ")
            .append(times.init())
            .append(", first ")
            .append(times.coldDuration())
            .append(", warm ")
            .append(times.warmDuration())
            .append(", round trip ")
            .append(times.roundTrip());
    if (variant.reserved() != null) {
      words.append("; reserved ").append(variant.reserved());
    }
    if (variant.provisioned() > 0) {
      words.append("; provisioned ").append(variant.provisioned());
    }
    return words.toString();
  }
}

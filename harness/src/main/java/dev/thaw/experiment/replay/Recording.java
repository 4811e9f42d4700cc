package dev.thaw.experiment.replay;

import dev.thaw.model.SimulatedFunction;
import java.time.Duration;
import java.util.List;

/** What is replayed: functions of one account with their recorded load, as the model sees them. */
interface Recording {
  /** Which recording, and which part of it. */
  String name();

  /** What of it counts; empty where all does. */
  String counted();

  Duration duration();

  /** The functions; what their loads do not say is drawn from the seed. */
  List<SimulatedFunction> functions(long seed);

  /** What the recorded invocations take, in words. */
  Words words();

  /** Where cold starts' times come from, and warm ones'. */
  record Words(String times, String warm) {}
}

package dev.thaw.gatling;

/** Hears of what the generator does; one peer prints events for a program, another for a person. */
interface GeneratorListener {

  void ready(long burnInRequests, double burnInMs);

  /** Called about twice a second by the recorder's thread, which owns the stretch's figures. */
  void progress(FiredStretch stretch);

  void fired(FiredStretch stretch);

  void failed(String message);

  void closed(long recorded);
}

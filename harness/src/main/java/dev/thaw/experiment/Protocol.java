package dev.thaw.experiment;

/** How a phase is measured. */
interface Protocol {
  void run();
}

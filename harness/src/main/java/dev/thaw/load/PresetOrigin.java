package dev.thaw.load;

/** Where a preset's figures come from: who published them, when, of what, and what is assumed. */
public record PresetOrigin(String source, String date, String measured, String assumed) {}

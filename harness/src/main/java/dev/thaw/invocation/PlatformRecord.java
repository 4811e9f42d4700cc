package dev.thaw.invocation;

/**
 * What the platform logged of one invocation: its REPORT line, the log stream (one per execution
 * environment) and the event's time in ms since the epoch.
 */
public record PlatformRecord(
    String function, String logStream, long timestampMs, ReportLine report) {}

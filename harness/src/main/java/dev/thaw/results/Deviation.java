package dev.thaw.results;

/** How a target differs from AWS in something the report shows, and why. */
public record Deviation(String what, String why) {}

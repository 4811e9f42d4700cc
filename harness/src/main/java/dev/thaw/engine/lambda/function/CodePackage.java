package dev.thaw.engine.lambda.function;

import java.nio.file.Path;

/**
 * A deployment package: its digest as Lambda states it ({@code sha256}, base64) and as this engine
 * names files ({@code hex}), its zipped size, and the folder it is unpacked into.
 */
public record CodePackage(String sha256, String hex, long size, Path folder) {}

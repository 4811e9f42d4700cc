package dev.thaw.engine.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The digests of content that S3 knows. */
enum Digests {
  MD5("Content-MD5"),
  CRC32("x-amz-checksum-crc32"),
  CRC32C("x-amz-checksum-crc32c"),
  CRC64NVME("x-amz-checksum-crc64nvme"),
  SHA1("x-amz-checksum-sha1"),
  SHA256("x-amz-checksum-sha256");

  private final String header;

  Digests(String header) {
    this.header = header;
  }

  /** The header, or trailer, in which a client sends it. */
  String header() {
    return header;
  }

  byte[] of(byte[] content) {
    return switch (this) {
      case MD5 -> digest("MD5", content);
      case CRC32 -> sum(new CRC32(), content);
      case CRC32C -> sum(new CRC32C(), content);
      case CRC64NVME -> Crc64.of(content);
      case SHA1 -> digest("SHA-1", content);
      case SHA256 -> digest("SHA-256", content);
    };
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }

  private static byte[] sum(Checksum checksum, byte[] content) {
    checksum.update(content);
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
  }
}

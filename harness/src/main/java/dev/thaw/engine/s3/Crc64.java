package dev.thaw.engine.s3;

import java.nio.ByteBuffer;

/**
 * CRC-64/NVME, which the JDK lacks: reflected, all ones before and after.
 *
 * @see <a href="https://reveng.sourceforge.io/crc-catalogue/17plus.htm">Catalogue of CRC
 *     algorithms</a>
 */
final class Crc64 {
  /** The polynomial ad93d23594c93659, reflected. */
  private static final long POLYNOMIAL = 0x9A6C_9329_AC4B_C9B5L;

  private static final long[] TABLE = table();

  private Crc64() {}

  private static long[] table() {
    var table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long value = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        value = (value & 1) == 1 ? value >>> 1 ^ POLYNOMIAL : value >>> 1;
      }
      table[i] = value;
    }
    return table;
  }

  static byte[] of(byte[] content) {
    long value = ~0L;
    for (byte one : content) {
      value = TABLE[(int) (value ^ one) & 0xFF] ^ value >>> Byte.SIZE;
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(~value).array();
  }
}

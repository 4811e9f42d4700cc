package dev.thaw.results;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * A compressed stream that ends where its file was cut off, and tells so, instead of failing there.
 */
final class CutOffStream extends FilterInputStream {
  private boolean isCutOff;

  CutOffStream(InputStream in) {
    super(in);
  }

  boolean isCutOff() {
    return isCutOff;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (isCutOff) {
      return -1;
    }
    try {
      return super.read(bytes, offset, length);
    } catch (EOFException | ZipException e) {
      isCutOff = true;
      return -1;
    }
  }
}

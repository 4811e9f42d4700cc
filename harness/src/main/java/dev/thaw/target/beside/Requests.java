package dev.thaw.target.beside;

import java.net.URI;
import java.util.List;

/**
 * Requests for one endpoint, whole and signed, to be sent again and again in turn; {@code how} says
 * what they meet there, where endpoints differ.
 */
public record Requests(URI endpoint, List<byte[]> all, String how) {
  /** The n-th of them, counted from 0 and over the end. */
  public byte[] at(long n) {
    return all.get((int) (n % all.size()));
  }
}

package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessOutputTest {
  private final List<String> lines = new ArrayList<>();
  private final PipedOutputStream process = new PipedOutputStream();
  private final ProcessOutput output;

  ProcessOutputTest() throws IOException {
    output = new ProcessOutput(new PipedInputStream(process, 1 << 20), lines::add);
  }

  private void print(String text) throws IOException {
    process.write(text.getBytes(StandardCharsets.UTF_8));
    process.flush();
  }

  @Test
  void isOneEventPerLine() throws IOException {
    print("one\ntwo\n\nthree");

    assertThat(output.drain()).isTrue();
    assertThat(lines).containsExactly("one\n", "two\n", "\n");
    assertThat(output.drain()).isFalse();
  }

  @Test
  void lastLineComesWithoutItsBreakAtTheEndOfAnInvocation() throws IOException {
    print("half");
    output.drain();
    print(" done\nrest");
    output.drainAll();
    output.drainAll();

    assertThat(lines).containsExactly("half done\n", "rest");
  }

  @Test
  void charactersMayArriveInPieces() throws IOException {
    var euro = "€\n".getBytes(StandardCharsets.UTF_8);
    process.write(euro, 0, 1);
    output.drain();
    process.write(euro, 1, euro.length - 1);
    output.drain();

    assertThat(lines).containsExactly("€\n");
  }

  @Test
  void lineBeyondTheLargestEventIsCut() throws IOException {
    print("x".repeat(300 * 1024) + "\n");
    output.drain();

    assertThat(lines).extracting(String::length).containsExactly(262_118, 45_083);
  }

  @Test
  void closedPipeIsTheEnd() throws IOException {
    print("last");
    output.drain();
    process.close();
    output.drainAll();

    assertThat(lines).containsExactly("last");
  }
}

package dev.thaw.load.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The rows of a CSV file (gzipped if its name ends so), one at a time, with their lines. */
final class CsvRows implements AutoCloseable {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  private final Path file;
  private final MappingIterator<String[]> rows;
  private String[] cells = new String[0];
  private long line;

  private CsvRows(Path file, MappingIterator<String[]> rows) {
    this.file = file;
    this.rows = rows;
  }

  static CsvRows open(Path file) {
    try {
      var text = new InputStreamReader(stream(file), StandardCharsets.UTF_8);
      return new CsvRows(file, CSV.readerFor(String[].class).readValues(text));
    } catch (IOException e) {
      throw new TraceException(file, "cannot be read: " + e.getMessage());
    }
  }

  /** The bytes of a file, unpacked. */
  static InputStream stream(Path file) throws IOException {
    var raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    if (!file.toString().endsWith(".gz")) {
      return raw;
    }
    try {
      return new GZIPInputStream(raw, 1 << 16);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** Goes to the next row; false when there is none. */
  boolean next() {
    try {
      if (!rows.hasNextValue()) {
        return false;
      }
      line = rows.getCurrentLocation().getLineNr();
      cells = rows.nextValue();
      return true;
    } catch (JsonProcessingException e) {
      throw wrong("is not CSV: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw wrong("cannot be read on: " + e.getMessage());
    }
  }

  String[] cells() {
    return cells;
  }

  String cell(int column) {
    return cells[column];
  }

  /** Refuses a row of another number of columns. */
  void requireColumns(int count) {
    if (cells.length != count) {
      throw wrong("has %d columns where there should be %d".formatted(cells.length, count));
    }
  }

  /** A whole number of at least 0. */
  int count(int column) {
    var text = cells[column];
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw wrong("'%s' is not a whole number of invocations".formatted(text));
    }
    throw wrong("a count of %s is negative".formatted(text));
  }

  /** A number of at least 0. */
  double amount(int column, String what) {
    var text = cells[column];
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value) && value >= 0) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw wrong("'%s' is not a number (%s)".formatted(text, what));
    }
    throw wrong("%s of %s is not a number of at least 0".formatted(what, text));
  }

  /** An instant in ns. */
  long instant(int column) {
    return Instants.parse(cells[column])
        .orElseThrow(
            () ->
                wrong(
                    "'%s' is not a time; write seconds (12.5) or ISO 8601 (2026-01-31T12:00:00Z)"
                        .formatted(cells[column])));
  }

  TraceException wrong(String message) {
    return new TraceException(file, line, message);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

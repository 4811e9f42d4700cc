package dev.thaw.report;

import java.util.List;

/**
 * What a command prints before it is known in which form: a title, facts about what was asked, and
 * blocks of tables, plots over time and remarks.
 */
public record Sheet(String title, List<Fact> facts, List<Block> blocks) {
  public Sheet {
    facts = List.copyOf(facts);
    blocks = List.copyOf(blocks);
  }

  /** One line of the header: what it is about, and the fact. */
  public record Fact(String label, String text) {}

  /** A part of a sheet. */
  public sealed interface Block permits Heading, Table, Plot, Remark {}

  /** What the blocks that follow are about. */
  public record Heading(String text) implements Block {}

  /**
   * Rows of cells, the first of them the head.
   *
   * @param layout one letter for each column: l, r, or | for a rule
   */
  public record Table(String layout, List<List<String>> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** Several values along the same axis, each drawn to its own scale. */
  public record Plot(String caption, List<Row> rows) implements Block {
    public Plot {
      rows = List.copyOf(rows);
    }

    /** One value along the axis, and its greatest in words. */
    public record Row(String label, double[] values, String most) {}
  }

  /** A sentence or more. */
  public record Remark(String text) implements Block {}

  /** As text for a terminal. */
  public String text(Look look) {
    return new SheetText(look).render(this);
  }

  /** As GitHub shows it. */
  public String markdown() {
    return new SheetMarkdown().render(this);
  }

  /** What the terminal can show. */
  public enum Look {
    PLAIN,
    COLOURED,
    /** Nothing but ASCII. */
    ASCII
  }
}

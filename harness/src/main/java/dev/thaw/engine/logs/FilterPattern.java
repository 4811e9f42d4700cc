package dev.thaw.engine.logs;

import dev.thaw.engine.protocol.CommonError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a filter pattern: all plain ones occur in a message, one of those behind {@code ?}
 * does, none behind {@code -}. See
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html.
 */
record FilterPattern(List<String> all, List<String> any, List<String> none)
    implements Predicate<String> {
  private static final Pattern TERM = Pattern.compile("([?-]?)(?:\"([^\"]*)\"|(\\S+))");

  static FilterPattern parse(@Nullable String text) {
    var pattern = new FilterPattern(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (text == null || text.isBlank()) {
      return pattern;
    }
    if ("{[%".indexOf(text.strip().charAt(0)) >= 0) {
      throw CommonError.notImplemented("The filter pattern " + text.strip());
    }
    var terms = TERM.matcher(text);
    while (terms.find()) {
      var term = terms.group(2) == null ? terms.group(3) : terms.group(2);
      pattern.terms(terms.group(1)).add(term);
    }
    return pattern;
  }

  private List<String> terms(String sign) {
    return switch (sign) {
      case "?" -> any;
      case "-" -> none;
      default -> all;
    };
  }

  @Override
  public boolean test(String message) {
    return all.stream().allMatch(message::contains)
        && none.stream().noneMatch(message::contains)
        && (any.isEmpty() || any.stream().anyMatch(message::contains));
  }
}

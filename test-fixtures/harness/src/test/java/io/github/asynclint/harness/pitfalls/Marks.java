package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.model.Certainty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which marks stand in a source file?
 *
 * <pre>
 *   // expect: Rule                 // expect: Rule likely            // expect: RuleA, RuleB definite
 *   // expect[error-prone, source]: Rule - reason
 *   // missed-alarm: Rule - reason  // false-alarm: Rule - reason
 * </pre>
 *
 * A comment that begins like a mark but does not follow this grammar is an error, so that no typing
 * mistake turns an expectation off.
 */
final class Marks {
  private static final String KEYWORD = "(?:expect|missed-alarm|false-alarm)";
  private static final Pattern BEGIN =
      Pattern.compile("//\\s*(?i:" + KEYWORD + "(?:ed|s)?)\\s*(?:[:\\[]|[A-Z]\\w*$)");
  private static final Pattern MARK =
      Pattern.compile(
          "// (?<kind>" + KEYWORD + ")(?:\\[(?<seats>[^\\]]*)\\])?:"
              + " (?<rules>[^-]*?)(?: - (?<reason>\\S.*))?");
  private static final Pattern RULE =
      Pattern.compile("(?<rule>[A-Z]\\w*)(?: (?<certainty>definite|likely))?");

  private final Set<String> rules;

  /** Accepts marks of these rules. */
  Marks(Set<String> rules) {
    this.rules = Set.copyOf(rules);
  }

  /** A mark that does not follow the grammar. */
  static final class MalformedMarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedMarkException(String place, String problem) {
      super(place + ": " + problem);
    }
  }

  /** The marks of a file in the order of its lines. */
  List<Mark> of(String file, String text) {
    List<Mark> marks = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher begin = BEGIN.matcher(lines.get(i));
      if (begin.find()) {
        boolean alone = lines.get(i).substring(0, begin.start()).isBlank();
        String place = file + ":" + (i + 1);
        if (alone) {
          throw new MalformedMarkException(place, "a mark stands at the end of a line of code");
        }
        add(lines.get(i).substring(begin.start()).strip(), file, i + 1, marks);
      }
    }
    return List.copyOf(marks);
  }

  private void add(String comment, String file, int line, List<Mark> marks) {
    String place = file + ":" + line;
    Matcher parts = MARK.matcher(comment);
    if (!parts.matches()) {
      throw new MalformedMarkException(place, "malformed mark: " + comment);
    }
    Mark.Kind kind = kind(parts.group("kind"));
    Set<Seat> seats = seats(place, Optional.ofNullable(parts.group("seats")));
    String reason = Optional.ofNullable(parts.group("reason")).orElse("");
    boolean needsReason = kind != Mark.Kind.EXPECT || parts.group("seats") != null;
    if (needsReason && reason.isEmpty()) {
      throw new MalformedMarkException(place, "the mark needs a reason: " + comment);
    }
    for (String each : parts.group("rules").split(",", -1)) {
      Matcher rule = RULE.matcher(each.strip());
      if (!rule.matches()) {
        throw new MalformedMarkException(place, "malformed mark: " + comment);
      }
      String name = rule.group("rule");
      if (!rules.contains(name)) {
        throw new MalformedMarkException(place, "no such rule: " + name);
      }
      Optional<Certainty> certainty =
          Optional.ofNullable(rule.group("certainty"))
              .map(word -> word.equals("likely") ? Certainty.LIKELY : Certainty.DEFINITE);
      if (marks.stream().anyMatch(m -> m.line() == line && m.rule().equals(name))) {
        throw new MalformedMarkException(place, name + " is marked twice");
      }
      marks.add(new Mark(kind, name, file, line, certainty, seats, reason));
    }
  }

  private static Mark.Kind kind(String keyword) {
    for (Mark.Kind kind : Mark.Kind.values()) {
      if (kind.keyword().equals(keyword)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(keyword);
  }

  private static Set<Seat> seats(String place, Optional<String> list) {
    if (list.isEmpty()) {
      return EnumSet.allOf(Seat.class);
    }
    Set<Seat> seats = EnumSet.noneOf(Seat.class);
    for (String title : list.get().split(",", -1)) {
      Seat seat =
          Seat.named(title.strip())
              .orElseThrow(
                  () ->
                      new MalformedMarkException(
                          place, "no such seat: " + title.strip() + " (" + Seat.titles() + ")"));
      if (!seats.add(seat)) {
        throw new MalformedMarkException(place, "seat named twice: " + title.strip());
      }
    }
    return seats;
  }
}

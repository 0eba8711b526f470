package io.github.asynclint.harness.language;

import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.MethodCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts as text without what adapters need not agree on.
 *
 * <p>Bytecode has no mark for a {@code return;} (the end of a void body is the same instruction), no
 * lines of its own for anything but calls of methods, and another order of regions. So returns without
 * a value go, only such calls and method references have lines, and regions are numbered in the order
 * in which events mention them; regions without events go. A choice that has an unknown member is
 * unknown.
 */
final class ComparableFacts {
  private static final Pattern EVENT = Pattern.compile("  (\\d+) L(\\d+)(?: in \\[([^]]*)])? (.*)");
  private static final Pattern REGION = Pattern.compile("  r(\\d+) (.*)");
  private static final Pattern RESULT = Pattern.compile("(?<![)\\w])#(\\d+)");
  private static final Pattern REGION_NAME = Pattern.compile("\\b(of|caught) r(\\d+)");

  private static final Pattern LAMBDA = Pattern.compile("\\)#[\\d.]+ as ");
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}()]*\\|[^{}()]*)}");
  private static final Pattern UNKNOWN_CHOICE = Pattern.compile("\\{[^{}]*\\| \\?}");

  private final List<String> lines = new ArrayList<>();

  private ComparableFacts() {}

  static String text(MethodCode code) {
    ComparableFacts facts = new ComparableFacts();
    List<String> body = new ArrayList<>();
    for (String line : FactsText.print(code).split("\n")) {
      if (!line.startsWith("  ")) {
        facts.add(body);
        body.clear();
        facts.lines.add(line);
      } else {
        body.add(line);
      }
    }
    facts.add(body);
    return String.join("\n", facts.lines) + "\n";
  }

  private void add(List<String> body) {
    Map<Integer, String> regions = new TreeMap<>();
    List<Matcher> events = new ArrayList<>();
    Map<String, Integer> ids = new LinkedHashMap<>();
    Map<String, Integer> regionIds = new LinkedHashMap<>();
    for (String line : body) {
      Matcher region = REGION.matcher(line);
      Matcher event = EVENT.matcher(line);
      if (region.matches()) {
        regions.put(Integer.parseInt(region.group(1)), region.group(2));
      } else if (event.matches() && !event.group(4).equals("return")) {
        ids.put(event.group(1), events.size());
        events.add(event);
      }
    }
    for (Matcher event : events) {
      for (String region : regionsOf(event)) {
        use(region, regions, regionIds);
      }
    }
    for (Map.Entry<String, Integer> region : regionIds.entrySet()) {
      String text = regions.get(Integer.parseInt(region.getKey()));
      lines.add("  r" + region.getValue() + " " + rename(text, ids, regionIds));
    }
    for (Matcher event : events) {
      List<Integer> around =
          regionsOf(event).stream().map(regionIds::get).sorted().toList();
      lines.add(
          "  " + ids.get(event.group(1)) + line(event) + " in " + around + " "
              + rename(event.group(4), ids, regionIds));
    }
  }

  private static List<String> regionsOf(Matcher event) {
    return event.group(3) == null ? List.of() : List.of(event.group(3).split(", "));
  }

  private static void use(
      String region, Map<Integer, String> regions, Map<String, Integer> regionIds) {
    String text = regions.get(Integer.parseInt(region));
    Matcher owner = REGION_NAME.matcher(text);
    if ((text.startsWith("catch of") || text.startsWith("finally of")) && owner.find()) {
      use(owner.group(2), regions, regionIds);
    }
    regionIds.putIfAbsent(region, regionIds.size());
  }

  private static String line(Matcher event) {
    String text = event.group(4);
    boolean reference = text.startsWith("function ") && !LAMBDA.matcher(text).find();
    boolean has =
        reference || text.startsWith("call ") && !text.startsWith("call constructor ");
    return has ? " L" + event.group(2) : "";
  }

  private static String rename(
      String text, Map<String, Integer> ids, Map<String, Integer> regionIds) {
    String results = RESULT.matcher(text).replaceAll(m -> "#" + ids.get(m.group(1)));
    return sortedChoices(
        REGION_NAME
            .matcher(results)
            .replaceAll(
                m -> m.group(1) + " r" + regionIds.getOrDefault(m.group(2), -1)));
  }

  /** Members of a choice are printed in the order of their text, which renaming may change. */
  private static String sortedChoices(String text) {
    String known = text;
    for (String before = ""; !before.equals(known); ) {
      before = known;
      known = UNKNOWN_CHOICE.matcher(known).replaceAll("?");
    }
    return CHOICE.matcher(known).replaceAll(
        m -> {
          List<String> members = new ArrayList<>(List.of(m.group(1).split(" \\| ")));
          members.sort(null);
          return Matcher.quoteReplacement("{" + String.join(" | ", members) + "}");
        });
  }
}

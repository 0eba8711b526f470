package io.github.asynclint.spotbugs;

import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What do the descriptors of the plugin say, given the rules and their pages? */
record Descriptors(List<Rule> rules, Path pages) {
  private static final String DETECTOR = AsyncDetector.class.getName();

  /** The texts by file name. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("findbugs.xml", findbugs());
    texts.put("messages.xml", messages());
    texts.put("bugrank.txt", ranks());
    return texts;
  }

  private String findbugs() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Generated from the rules by DescriptorsTest. -->
        <FindbugsPlugin xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:noNamespaceSchemaLocation="findbugsplugin.xsd"
            pluginid="io.github.asynclint"
            version="${project.version}"
            provider="asynclint"
            defaultenabled="true">
        """);
    text.append("  <Detector class=\"%s\" speed=\"fast\"\n      reports=\"".formatted(DETECTOR));
    text.append(types().stream().collect(Collectors.joining(","))).append("\"/>\n");
    text.append("  <BugCategory category=\"%s\"/>\n".formatted(BugTypes.CATEGORY));
    for (String type : types()) {
      text.append(
          "  <BugPattern abbrev=\"%s\" type=\"%s\" category=\"%s\"/>\n"
              .formatted(BugTypes.CATEGORY, type, BugTypes.CATEGORY));
    }
    return text.append("</FindbugsPlugin>\n").toString();
  }

  private List<String> types() {
    return rules.stream().map(rule -> BugTypes.of(rule.name())).toList();
  }

  private String messages() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Generated from the rules and docs/pitfalls by DescriptorsTest. -->
        <MessageCollection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:noNamespaceSchemaLocation="messagecollection.xsd">
          <Plugin>
            <ShortDescription>asynclint</ShortDescription>
            <Details>Finds async bugs that compile.</Details>
          </Plugin>
        """);
    text.append(
        """
          <Detector class="%s">
            <Details><![CDATA[
        <p>Finds async bugs that compile: results nobody awaits, blocking and CPU work on threads that must
        not block, unsafe state and locks carried across async calls. All application classes are analysed
        together, and calls are followed into helpers and libraries.</p>
            ]]></Details>
          </Detector>
          <BugCategory category="%s">
            <Description>Async code</Description>
            <Abbreviation>A</Abbreviation>
            <Details>Faults in code that runs on several threads or after its caller has returned.</Details>
          </BugCategory>
        """
            .formatted(DETECTOR, BugTypes.CATEGORY));
    rules.forEach(rule -> text.append(pattern(rule)));
    text.append("  <BugCode abbrev=\"%s\">Async code</BugCode>\n".formatted(BugTypes.CATEGORY));
    return text.append("</MessageCollection>\n").toString();
  }

  private String pattern(Rule rule) {
    return """
      <BugPattern type="%s">
        <ShortDescription>%s</ShortDescription>
        <LongDescription>{2} (in {1})</LongDescription>
        <Details><![CDATA[
    %s    ]]></Details>
      </BugPattern>
    """
        .formatted(
            BugTypes.of(rule.name()),
            Markdown.escaped(rule.info().summary()),
            details(rule).replace("]]>", "]]&gt;"));
  }

  private String details(Rule rule) {
    Path page = pages.resolve(rule.name() + ".md");
    String summary = "<p>" + Markdown.escaped(rule.info().summary()) + ".</p>\n";
    try {
      return Files.exists(page) ? summary + Markdown.html(Files.readString(page)) : summary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 1 to 4 is the scariest, 20 the last that is shown; SpotBugs adds 2 for normal, 5 for low. */
  private String ranks() {
    StringBuilder text = new StringBuilder();
    for (Rule rule : rules) {
      text.append(
          "%d BugPattern %s\n".formatted(rank(rule.info()), BugTypes.of(rule.name())));
    }
    return text.toString();
  }

  private static int rank(AsyncRule info) {
    return switch (info.tier()) {
      case 1 -> 5;
      case 2 -> 10;
      default -> 15;
    };
  }
}

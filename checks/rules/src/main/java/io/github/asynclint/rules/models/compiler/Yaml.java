package io.github.asynclint.rules.models.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What stands where in a YAML text: texts, lists and maps with their lines. */
sealed interface Yaml {
  int line();

  /** A scalar as written; numbers and booleans too. */
  record Text(int line, String value) implements Yaml {}

  /** A sequence. */
  record Items(int line, List<Yaml> values) implements Yaml {}

  /** A mapping with the lines of its keys. */
  record Entries(int line, Map<String, Yaml> values, Map<String, Integer> lines) implements Yaml {
    int lineOf(String key) {
      return lines.getOrDefault(key, line);
    }

    Optional<Yaml> get(String key) {
      return Optional.ofNullable(values.get(key));
    }
  }

  /** Reads a text; syntax errors and duplicate keys become problems. */
  static Optional<Yaml> parse(String file, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setAllowDuplicateKeys(false)
            // A file of a few lines could stand for a list without end.
            .setMaxAliasesForCollections(0)
            .build();
    try {
      return new Compose(settings).composeString(text).map(node -> of(node, problems));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      problems.add(line, e.getProblem());
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.add(1, String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML"));
      return Optional.empty();
    } catch (StackOverflowError e) {
      problems.add(1, "lists and maps are nested too deeply");
      return Optional.empty();
    }
  }

  private static Yaml of(Node node, Problems problems) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    if (node instanceof ScalarNode scalar) {
      return new Text(line, scalar.getValue());
    } else if (node instanceof SequenceNode sequence) {
      List<Yaml> values = new ArrayList<>();
      sequence.getValue().forEach(each -> values.add(of(each, problems)));
      return new Items(line, values);
    } else if (node instanceof MappingNode mapping) {
      Map<String, Yaml> values = new LinkedHashMap<>();
      Map<String, Integer> lines = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        int keyLine = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(0) + 1;
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          problems.add(keyLine, "a key must be a word");
        } else {
          if (values.put(key.getValue(), of(tuple.getValueNode(), problems)) != null) {
            problems.add(keyLine, "duplicate key '" + key.getValue() + "'");
          }
          lines.put(key.getValue(), keyLine);
        }
      }
      return new Entries(line, values, lines);
    }
    problems.add(line, "anchors and aliases are not supported");
    return new Text(line, "");
  }
}

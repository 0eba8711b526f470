package io.github.asynclint.cli.colors;

import java.util.List;
import java.util.stream.Collectors;

/** The graph in the language of Graphviz. */
public final class ColorsDot implements ColorsFormat {
  @Override
  public String write(List<ProgramColors> programs) {
    Graph graph = Graph.of(programs);
    StringBuilder out = new StringBuilder();
    out.append("digraph colors {\n");
    out.append("  rankdir=LR;\n");
    out.append("  node [shape=box, style=filled, fontname=\"monospace\", fontsize=10];\n");
    out.append("  edge [fontname=\"monospace\", fontsize=8];\n");
    for (int i = 0; i < graph.nodes().size(); i++) {
      Graph.Node node = graph.nodes().get(i);
      out.append("  n" + i + " [label=\"")
          .append(node.lines().stream().map(ColorsDot::escape).collect(Collectors.joining("\\n")))
          .append("\", fillcolor=\"" + node.palette().fill() + "\"")
          .append(node.isAlarm() ? ", color=\"#b02a37\"" : "")
          .append(node.isEntry() ? ", penwidth=2" : "")
          .append("];\n");
    }
    for (Graph.Edge edge : graph.edges()) {
      out.append("  n" + edge.from() + " -> n" + edge.to())
          .append(edge.line() > 0 ? " [label=\"" + edge.line() + "\"]" : "")
          .append(";\n");
    }
    return out.append("}\n").toString();
  }

  /** A backslash begins an escape of Graphviz; control characters say nothing to people. */
  private static String escape(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                result.append('\\');
              }
              result.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c);
            });
    return result.toString();
  }
}

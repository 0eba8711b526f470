package io.github.asynclint.cli.colors;

import io.github.asynclint.cli.output.Markup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The graph as a picture, which needs nothing besides itself. */
public final class ColorsSvg implements ColorsFormat {
  private static final double CHARACTER = 6.7;
  private static final double LINE = 14;
  private static final double PADDING = 7;
  private static final double MARGIN = 20;
  private static final double LEGEND = 34;
  private static final double GAP = 12;

  @Override
  public String write(List<ProgramColors> programs) {
    Graph graph = Graph.of(programs);
    Drawing drawing = new Drawing(graph);
    drawing.draw();
    return drawing.text(ColorsText.summary(programs));
  }

  private static final class Drawing {
    private final Graph graph;
    private final StringBuilder shapes = new StringBuilder();
    private double width = 640;
    private double height = MARGIN;

    Drawing(Graph graph) {
      this.graph = graph;
    }

    void draw() {
      legend();
      Set<Integer> connected = new HashSet<>();
      graph.edges().forEach(edge -> connected.addAll(List.of(edge.from(), edge.to())));
      List<Integer> tied = new ArrayList<>();
      List<Integer> alone = new ArrayList<>();
      for (int i = 0; i < graph.nodes().size(); i++) {
        (connected.contains(i) ? tied : alone).add(i);
      }
      layered(tied);
      grid(alone);
    }

    private void legend() {
      double x = MARGIN;
      for (Palette palette : graph.palettes()) {
        shapes.append(
            format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"14\" height=\"14\" fill=\"%s\" stroke=\"#555\"/>\n",
                x, height, palette.fill()));
        line(x + 20, height + 11, palette.label());
        x += 20 + CHARACTER * palette.label().length() + 24;
      }
      width = Math.max(width, x);
      height += LEGEND;
    }

    /** What leads to something, from left to right. */
    private void layered(List<Integer> nodes) {
      List<double[]> sizes = new ArrayList<>();
      for (int node : nodes) {
        sizes.add(new double[] {boxWidth(node), boxHeight(node)});
      }
      List<int[]> edges = new ArrayList<>();
      for (Graph.Edge edge : graph.edges()) {
        edges.add(new int[] {nodes.indexOf(edge.from()), nodes.indexOf(edge.to())});
      }
      Layers layers = new Layers(sizes, edges);
      for (int i = 0; i < edges.size(); i++) {
        edge(layers.way(i), graph.edges().get(i).line());
      }
      for (int i = 0; i < nodes.size(); i++) {
        Layers.Point at = layers.corner(i);
        box(nodes.get(i), at.x() + MARGIN, at.y() + height, sizes.get(i));
      }
      width = Math.max(width, layers.width() + 2 * MARGIN);
      height += layers.height() + (nodes.isEmpty() ? 0 : 2 * MARGIN);
    }

    /** What leads to nothing, below, as many to a row as fit. */
    private void grid(List<Integer> nodes) {
      double area =
          nodes.stream().mapToDouble(node -> (boxWidth(node) + GAP) * (boxHeight(node) + GAP)).sum();
      width = Math.max(width, Math.sqrt(2 * area));
      double x = MARGIN;
      double tallest = 0;
      for (int node : nodes) {
        double[] size = {boxWidth(node), boxHeight(node)};
        if (x > MARGIN && x + size[0] > width - MARGIN) {
          x = MARGIN;
          height += tallest + GAP;
          tallest = 0;
        }
        box(node, x, height, size);
        x += size[0] + GAP;
        width = Math.max(width, x + MARGIN);
        tallest = Math.max(tallest, size[1]);
      }
      height += tallest + MARGIN;
    }

    private double boxWidth(int node) {
      int longest =
          graph.nodes().get(node).lines().stream()
              .mapToInt(line -> line.codePointCount(0, line.length()))
              .max()
              .orElse(0);
      return CHARACTER * longest + 2 * PADDING;
    }

    private double boxHeight(int node) {
      return LINE * graph.nodes().get(node).lines().size() + 2 * PADDING;
    }

    private void box(int index, double x, double y, double[] size) {
      Graph.Node node = graph.nodes().get(index);
      String stroke = node.isAlarm() ? "#b02a37" : "#555";
      shapes.append(
          format(
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\" fill=\"%s\""
                  + " stroke=\"%s\" stroke-width=\"%s\"/>\n",
              x, y, size[0], size[1], node.palette().fill(), stroke, node.isEntry() ? "2" : "1"));
      double baseline = y + PADDING + LINE - 4;
      for (String line : node.lines()) {
        line(x + PADDING, baseline, line);
        baseline += LINE;
      }
    }

    private void edge(List<Layers.Point> way, int line) {
      Layers.Point first = way.get(0);
      StringBuilder path =
          new StringBuilder(format("M%.1f %.1f", first.x() + MARGIN, first.y() + height));
      for (int i = 1; i < way.size(); i++) {
        Layers.Point from = way.get(i - 1);
        Layers.Point to = way.get(i);
        double half = Math.max(30, Math.abs(to.x() - from.x()) / 2);
        path.append(
            format(
                " C%.1f %.1f %.1f %.1f %.1f %.1f",
                from.x() + MARGIN + half,
                from.y() + height,
                to.x() + MARGIN - half,
                to.y() + height,
                to.x() + MARGIN,
                to.y() + height));
      }
      shapes
          .append("<path d=\"")
          .append(path)
          .append("\" fill=\"none\" stroke=\"#888\" marker-end=\"url(#arrow)\">")
          .append(line > 0 ? "<title>line " + line + "</title>" : "")
          .append("</path>\n");
    }

    private void line(double x, double y, String text) {
      shapes
          .append(format("<text x=\"%.1f\" y=\"%.1f\">", x, y))
          .append(Markup.escape(text))
          .append("</text>\n");
    }

    String text(String summary) {
      return format(
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
                  + " viewBox=\"0 0 %.0f %.0f\" font-family=\"ui-monospace, 'DejaVu Sans Mono',"
                  + " monospace\" font-size=\"11\">\n",
              width, height, width, height)
          + "<title>"
          + Markup.escape(summary)
          + "</title>\n"
          + "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\""
          + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#888\"/>"
          + "</marker></defs>\n"
          + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
          + shapes
          + "</svg>\n";
    }

    private static String format(String text, Object... values) {
      return String.format(Locale.ROOT, text, values);
    }
  }
}

package io.github.asynclint.cli.colors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where do the boxes of a graph stand, and through which points do its edges run?
 *
 * <p>In layers from left to right, each box to the right of those that lead to it; an edge over several
 * layers holds a place in each. Within a layer, boxes stand near their neighbours (barycentre method).
 */
final class Layers {
  private static final int SWEEPS = 12;
  private static final double COLUMN_GAP = 60;
  private static final double ROW_GAP = 12;

  /** A box of the layout: that of a node, or a point of an edge that passes a layer. */
  private static final class Box {
    final double width;
    final double height;
    final List<Box> before = new ArrayList<>();
    final List<Box> after = new ArrayList<>();
    int layer;
    int place;
    double x;
    double y;

    Box(double width, double height) {
      this.width = width;
      this.height = height;
    }

    double middle() {
      return y + height / 2;
    }
  }

  /** A point of the drawing. */
  record Point(double x, double y) {}

  private final List<Box> boxes = new ArrayList<>();
  private final List<List<Box>> layers = new ArrayList<>();
  private final List<List<Box>> ways = new ArrayList<>();

  /**
   * Lays out boxes.
   *
   * @param sizes width and height of each box
   * @param edges pairs of boxes, by their places in the list
   */
  Layers(List<double[]> sizes, List<int[]> edges) {
    for (double[] size : sizes) {
      boxes.add(new Box(size[0], size[1]));
    }
    List<int[]> different = edges.stream().filter(edge -> edge[0] != edge[1]).toList();
    rank(different);
    boxes.forEach(this::put);
    for (int[] edge : edges) {
      ways.add(way(boxes.get(edge[0]), boxes.get(edge[1])));
    }
    order();
    place();
  }

  /** The upper left corner of a box. */
  Point corner(int box) {
    return new Point(boxes.get(box).x, boxes.get(box).y);
  }

  /** The points of an edge, from the side of one box to the side of the other. */
  List<Point> way(int edge) {
    List<Box> way = ways.get(edge);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      Box box = way.get(i);
      if (i > 0) {
        points.add(new Point(box.x, box.middle()));
      }
      if (i == 0 || i < way.size() - 1 && box.width > 0) {
        points.add(new Point(box.x + box.width, box.middle()));
      }
    }
    return points;
  }

  double width() {
    return boxes.stream().mapToDouble(box -> box.x + box.width).max().orElse(0);
  }

  double height() {
    return boxes.stream().mapToDouble(box -> box.y + box.height).max().orElse(0);
  }

  /** The longest way to a box decides its layer; the last edge of a cycle is taken as if turned round. */
  private void rank(List<int[]> edges) {
    int[] waiting = new int[boxes.size()];
    List<List<Integer>> after = new ArrayList<>();
    boxes.forEach(box -> after.add(new ArrayList<>()));
    for (int[] edge : edges) {
      after.get(edge[0]).add(edge[1]);
      waiting[edge[1]]++;
    }
    boolean[] done = new boolean[boxes.size()];
    int next = 0;
    List<Integer> ready = new ArrayList<>();
    for (int left = boxes.size(); left > 0; left--) {
      while (ready.isEmpty()) {
        int at = next++ % boxes.size();
        // In the second round only cycles are left: somewhere they have to be cut.
        if (!done[at] && (waiting[at] == 0 || next > boxes.size())) {
          ready.add(at);
          done[at] = true;
        }
      }
      int box = ready.remove(ready.size() - 1);
      for (int other : after.get(box)) {
        if (!done[other]) {
          boxes.get(other).layer = Math.max(boxes.get(other).layer, boxes.get(box).layer + 1);
          if (--waiting[other] == 0) {
            ready.add(other);
            done[other] = true;
          }
        }
      }
    }
  }

  private void put(Box box) {
    while (layers.size() <= box.layer) {
      layers.add(new ArrayList<>());
    }
    box.place = layers.get(box.layer).size();
    layers.get(box.layer).add(box);
  }

  /** The boxes that an edge passes; one that leads back is drawn straight. */
  private List<Box> way(Box from, Box to) {
    List<Box> way = new ArrayList<>(List.of(from));
    for (int layer = from.layer + 1; layer < to.layer; layer++) {
      Box point = new Box(0, 0);
      point.layer = layer;
      put(point);
      way.add(point);
    }
    way.add(to);
    if (from.layer < to.layer) {
      for (int i = 1; i < way.size(); i++) {
        way.get(i - 1).after.add(way.get(i));
        way.get(i).before.add(way.get(i - 1));
      }
    }
    return way;
  }

  private void order() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forwards = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        List<Box> layer = layers.get(forwards ? i : layers.size() - 1 - i);
        double[] wanted = new double[layer.size()];
        for (Box box : layer) {
          List<Box> neighbours = forwards ? box.before : box.after;
          wanted[box.place] =
              neighbours.stream().mapToInt(each -> each.place).average().orElse(box.place);
        }
        layer.sort(Comparator.comparingDouble(box -> wanted[box.place]));
        for (int place = 0; place < layer.size(); place++) {
          layer.get(place).place = place;
        }
      }
    }
  }

  private void place() {
    double x = 0;
    for (List<Box> layer : layers) {
      double y = 0;
      for (Box box : layer) {
        box.x = x;
        box.y = y;
        y += box.height + ROW_GAP;
      }
      x += layer.stream().mapToDouble(box -> box.width).max().orElse(0) + COLUMN_GAP;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forwards = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        align(layers.get(forwards ? i : layers.size() - 1 - i), forwards);
      }
    }
    close();
  }

  /** Takes out the height at which no layer has anything. */
  private void close() {
    List<Box> all = new ArrayList<>();
    layers.forEach(all::addAll);
    all.sort(Comparator.comparingDouble(box -> box.y));
    double bottom = all.isEmpty() ? 0 : all.get(0).y - ROW_GAP;
    double shift = bottom + ROW_GAP;
    for (Box box : all) {
      shift += Math.max(0, box.y - bottom - ROW_GAP);
      bottom = Math.max(bottom, box.y + box.height);
      box.y -= shift;
    }
  }

  /**
   * Moves the boxes of a layer towards their neighbours and keeps them apart. Pushing down from the top and
   * up from the bottom both keep the distances, and so does the middle between the two.
   */
  private static void align(List<Box> layer, boolean forwards) {
    double[] wanted = new double[layer.size()];
    for (Box box : layer) {
      List<Box> neighbours = forwards ? box.before : box.after;
      wanted[box.place] =
          neighbours.stream().mapToDouble(Box::middle).average().orElse(box.middle())
              - box.height / 2;
    }
    double[] down = Arrays.copyOf(wanted, wanted.length);
    for (int i = 1; i < down.length; i++) {
      down[i] = Math.max(down[i], down[i - 1] + layer.get(i - 1).height + ROW_GAP);
    }
    double[] up = Arrays.copyOf(wanted, wanted.length);
    for (int i = up.length - 2; i >= 0; i--) {
      up[i] = Math.min(up[i], up[i + 1] - layer.get(i).height - ROW_GAP);
    }
    for (int i = 0; i < wanted.length; i++) {
      layer.get(i).y = (down[i] + up[i]) / 2;
    }
  }
}

package io.github.asynclint.cli.colors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LayersTest {
  private static final int BOXES = 60;

  /** Boxes of one size, and edges from lower to higher numbers. */
  private static List<int[]> edges(long seed) {
    Random random = new Random(seed);
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < 2 * BOXES; i++) {
      int from = random.nextInt(BOXES - 1);
      edges.add(new int[] {from, from + 1 + random.nextInt(BOXES - from - 1)});
    }
    return edges;
  }

  private static List<double[]> sizes() {
    List<double[]> sizes = new ArrayList<>();
    for (int i = 0; i < BOXES; i++) {
      sizes.add(new double[] {40 + i, 20 + i % 3 * 10});
    }
    return sizes;
  }

  @Test
  void boxesDoNotOverlapAndEdgesLeadToTheRight() {
    for (long seed = 0; seed < 20; seed++) {
      List<int[]> edges = edges(seed);
      List<double[]> sizes = sizes();
      Layers layers = new Layers(sizes, edges);

      for (int i = 0; i < BOXES; i++) {
        Layers.Point one = layers.corner(i);
        assertThat(one.x()).isNotNegative();
        assertThat(one.y()).isNotNegative();
        assertThat(one.x() + sizes.get(i)[0]).isLessThanOrEqualTo(layers.width());
        assertThat(one.y() + sizes.get(i)[1]).isLessThanOrEqualTo(layers.height());
        for (int j = 0; j < i; j++) {
          Layers.Point other = layers.corner(j);
          boolean apart =
              one.x() + sizes.get(i)[0] <= other.x()
                  || other.x() + sizes.get(j)[0] <= one.x()
                  || one.y() + sizes.get(i)[1] <= other.y()
                  || other.y() + sizes.get(j)[1] <= one.y();
          assertThat(apart).as("boxes %d and %d of graph %d", i, j, seed).isTrue();
        }
      }
      for (int i = 0; i < edges.size(); i++) {
        List<Layers.Point> way = layers.way(i);
        assertThat(way.get(0).x()).isEqualTo(right(layers, sizes, edges.get(i)[0]));
        for (int at = 1; at < way.size(); at++) {
          assertThat(way.get(at).x()).isGreaterThanOrEqualTo(way.get(at - 1).x());
        }
      }
    }
  }

  private static double right(Layers layers, List<double[]> sizes, int box) {
    return layers.corner(box).x() + sizes.get(box)[0];
  }

  @Test
  void circlesAndLoopsAreDrawn() {
    List<int[]> edges = new ArrayList<>(edges(1));
    for (int i = 1; i < BOXES; i += 7) {
      edges.add(new int[] {i, i / 2});
      edges.add(new int[] {i, i});
    }
    Layers layers = new Layers(sizes(), edges);

    for (int i = 0; i < edges.size(); i++) {
      assertThat(layers.way(i)).hasSizeGreaterThan(1);
    }
  }

  @Test
  void sameGraphSamePlaces() {
    Layers one = new Layers(sizes(), edges(5));
    Layers other = new Layers(sizes(), edges(5));

    for (int i = 0; i < BOXES; i++) {
      assertThat(one.corner(i)).isEqualTo(other.corner(i));
    }
  }

  @Test
  void nothingToDraw() {
    Layers layers = new Layers(List.of(), List.of());

    assertThat(layers.width()).isZero();
    assertThat(layers.height()).isZero();
  }
}

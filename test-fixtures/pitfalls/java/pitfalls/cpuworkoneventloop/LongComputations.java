package pitfalls.cpuworkoneventloop;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Loops and sorts whose length a request decides, or that are long in any case. */
final class LongComputations {
  private static final int SAMPLES = 5_000_000;

  private LongComputations() {}

  private static int primesBelow(int limit) {
    int primes = 0;
    for (int candidate = 2; candidate < limit; candidate++) {
      boolean prime = true;
      for (int divisor = 2; divisor * divisor <= candidate; divisor++) {
        if (candidate % divisor == 0) {
          prime = false;
          break;
        }
      }
      if (prime) {
        primes++;
      }
    }
    return primes;
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int row = 0; row < a.length; row++) {
      for (int column = 0; column < b[0].length; column++) {
        for (int k = 0; k < b.length; k++) {
          product[row][column] += a[row][k] * b[k][column];
        }
      }
    }
    return product;
  }

  private static double medianOfSimulation(long seed) {
    double[] samples = new double[SAMPLES];
    Random random = new Random(seed);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.nextGaussian();
    }
    Arrays.sort(samples);
    return samples[samples.length / 2];
  }

  /** Compares every stop with every other one. */
  private static int similarPairs(JsonArray stops) {
    int pairs = 0;
    for (int i = 0; i < stops.size(); i++) {
      for (int j = i + 1; j < stops.size(); j++) {
        if (Math.abs(stops.getDouble(i) - stops.getDouble(j)) < 0.1) {
          pairs++;
        }
      }
    }
    return pairs;
  }

  /** Visits every cell once. */
  private static double[][] matrix(JsonArray rows) {
    double[][] cells = new double[rows.size()][];
    for (int row = 0; row < cells.length; row++) {
      JsonArray values = rows.getJsonArray(row);
      cells[row] = new double[values.size()];
      for (int column = 0; column < values.size(); column++) {
        cells[row][column] = values.getDouble(column);
      }
    }
    return cells;
  }

  static void primes(Router router) {
    router
        .get("/primes/:limit")
        .handler(
            rc -> {
              int limit = Integer.parseInt(rc.pathParam("limit"));
              rc.end(Integer.toString(primesBelow(limit))); // missed-alarm: CpuWorkOnEventLoop - loops are not weighed
            });
  }

  static void matrices(Router router, double[][] weights) {
    router
        .post("/score")
        .handler(
            rc -> {
              double[][] input = matrix(rc.body().asJsonArray());
              double[][] score = multiply(input, weights); // missed-alarm: CpuWorkOnEventLoop - loops are not weighed
              rc.json(new JsonObject().put("first", score[0][0]));
            });
  }

  static void everyPair(Router router) {
    router
        .post("/similar")
        .handler(
            rc -> {
              int pairs =
                  similarPairs(rc.body().asJsonArray()); // missed-alarm: CpuWorkOnEventLoop - loops are not weighed
              rc.end(Integer.toString(pairs));
            });
  }

  static void simulation(Router router) {
    router
        .get("/simulate/:seed")
        .handler(
            rc -> {
              long seed = Long.parseLong(rc.pathParam("seed"));
              rc.end("" + medianOfSimulation(seed)); // missed-alarm: CpuWorkOnEventLoop - loops are not weighed
            });
  }

  // Silent from here on.

  static void primesOffloaded(Router router) {
    router
        .get("/primes-offloaded/:limit")
        .handler(
            rc -> {
              int limit = Integer.parseInt(rc.pathParam("limit"));
              rc.vertx()
                  .executeBlocking(() -> primesBelow(limit))
                  .onSuccess(primes -> rc.end(primes.toString()))
                  .onFailure(rc::fail);
            });
  }

  static void boardOfConstantSize(Router router, int[][] board) {
    router
        .get("/board")
        .handler(
            rc -> {
              int taken = 0;
              for (int row = 0; row < 8; row++) {
                for (int column = 0; column < 8; column++) {
                  taken += board[row][column];
                }
              }
              rc.end(Integer.toString(taken));
            });
  }

  static void oneLoopOverTheBody(Router router) {
    router
        .post("/sum")
        .handler(
            rc -> {
              long sum = 0;
              for (Object number : rc.body().asJsonArray()) {
                sum += ((Number) number).longValue();
              }
              rc.end(Long.toString(sum));
            });
  }

  static void smallSort(Router router, List<String> countries) {
    router
        .get("/countries")
        .handler(
            rc -> {
              List<String> sorted = new ArrayList<>(countries);
              sorted.sort(null);
              rc.json(new JsonArray(sorted));
            });
  }

  static void linesOfOrders(Router router) {
    router
        .post("/order")
        .handler(
            rc -> {
              int items = 0;
              for (Object line : rc.body().asJsonObject().getJsonArray("lines")) {
                for (Object item : ((JsonObject) line).getJsonArray("items")) {
                  items += item == null ? 0 : 1;
                }
              }
              rc.end(Integer.toString(items));
            });
  }
}

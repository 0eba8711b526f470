package pitfalls.periodictaskdies;

import java.io.IOException;
import java.util.Map;

/** Where exchange rates come from; nobody implements it here. */
interface RateSource {
  Map<String, Double> latest() throws IOException;

  void refresh();
}

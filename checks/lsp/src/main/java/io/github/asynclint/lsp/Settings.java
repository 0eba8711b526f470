package io.github.asynclint.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.lsp.colors.Hints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What did the user set in the editor?
 *
 * @param enable rules that run besides those of tiers 1 and 2
 * @param debounce how long after the last edit the analysis waits
 * @param classPath what sources are compiled against, besides what a project says of itself
 * @param hints how to show where threads enter the code
 */
public record Settings(
    Set<String> enable,
    Set<String> disable,
    boolean enableAll,
    Duration debounce,
    List<String> classPath,
    Hints hints) {
  private static final Duration DEBOUNCE = Duration.ofMillis(100);

  public Settings {
    enable = Set.copyOf(enable);
    disable = Set.copyOf(disable);
    classPath = List.copyOf(classPath);
  }

  /** The section {@code asynclint} of an object that holds it, or the object itself. */
  static Optional<JsonObject> section(Object json) {
    if (!(json instanceof JsonObject given)) {
      return Optional.empty();
    }
    return Optional.of(given.get("asynclint") instanceof JsonObject inner ? inner : given);
  }

  /**
   * Reads the section. What cannot be understood is told to
   * {@code problems} and has its default.
   */
  static Settings read(JsonObject section, Consumer<String> problems) {
    Reader reader = new Reader(section, problems);
    return new Settings(
        Set.copyOf(reader.texts("enable")),
        Set.copyOf(reader.texts("disable")),
        reader.flag("enableAll"),
        reader.millis("debounce", DEBOUNCE),
        reader.texts("classpath"),
        reader.hints("hints"));
  }

  /** Those of all rules that are to run; names that no rule has are told. */
  public RuleSelection selection(RuleSelection all, Consumer<String> problems) {
    Set<String> known = names(all);
    Set<String> unknown = new TreeSet<>(enable);
    unknown.addAll(disable);
    unknown.removeAll(known);
    unknown.forEach(name -> problems.accept("no rule is called " + name));
    Set<String> chosen = enableAll ? known : names(all.byDefault());
    chosen.addAll(enable);
    chosen.removeAll(disable);
    return all.only(chosen);
  }

  private static Set<String> names(RuleSelection rules) {
    return new TreeSet<>(rules.rules().stream().map(Rule::name).toList());
  }

  private record Reader(JsonObject section, Consumer<String> problems) {
    private Optional<JsonElement> get(String key) {
      return Optional.ofNullable(section.get(key)).filter(value -> !value.isJsonNull());
    }

    List<String> texts(String key) {
      List<String> texts = new ArrayList<>();
      get(key)
          .ifPresent(
              value -> {
                JsonArray array = new JsonArray();
                if (value instanceof JsonArray list) {
                  array = list;
                } else {
                  array.add(value);
                }
                for (JsonElement each : array) {
                  if (each instanceof JsonPrimitive text && text.isString()) {
                    texts.add(text.getAsString());
                  } else {
                    expected(key, "a list of texts");
                  }
                }
              });
      return texts;
    }

    boolean flag(String key) {
      Optional<JsonElement> value = get(key);
      if (value.isPresent()
          && !(value.get() instanceof JsonPrimitive flag && flag.isBoolean())) {
        expected(key, "true or false");
        return false;
      }
      return value.map(JsonElement::getAsBoolean).orElse(false);
    }

    Duration millis(String key, Duration otherwise) {
      Optional<JsonElement> value = get(key);
      if (value.isEmpty()) {
        return otherwise;
      }
      if (value.get() instanceof JsonPrimitive number
          && number.isNumber()
          && number.getAsLong() >= 0) {
        return Duration.ofMillis(number.getAsLong());
      }
      expected(key, "a number of milliseconds");
      return otherwise;
    }

    Hints hints(String key) {
      Optional<JsonElement> value = get(key);
      for (Hints each : Hints.values()) {
        if (value.equals(Optional.of(new JsonPrimitive(each.name().toLowerCase(Locale.ROOT))))) {
          return each;
        }
      }
      if (value.isPresent()) {
        expected(key, Hints.WORDS);
      }
      return Hints.OFF;
    }

    private void expected(String key, String what) {
      problems.accept("asynclint." + key + ": " + what + " expected");
    }
  }
}

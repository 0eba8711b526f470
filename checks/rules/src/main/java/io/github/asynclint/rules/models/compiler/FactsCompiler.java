package io.github.asynclint.rules.models.compiler;

import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.SpecText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What do the facts of one row say, in the words of the compiled form? */
final class FactsCompiler {
  private static final Map<String, String> EFFECTS =
      Map.of("blocks", "blocks", "waits", "waits", "cpu", "burns-cpu");

  private final Set<String> contexts;
  private final Problems problems;

  FactsCompiler(Set<String> contexts, Problems problems) {
    this.contexts = contexts;
    this.problems = problems;
  }

  String compile(Yaml yaml) {
    List<String> words = new ArrayList<>();
    if (!(yaml instanceof Yaml.Entries facts)) {
      problems.add(yaml.line(), "facts must be a map such as {blocks: definite, kind: file}");
      return "";
    }
    effect(facts, words);
    facts
        .values()
        .forEach(
            (key, value) -> {
              switch (key) {
                case "blocks", "waits", "cpu", "kind", "unless", "safe" -> {}
                case "params" -> keyed(value, (k, v) -> words.add("on=" + k + ":" + spec(v)));
                case "switch" -> switches(value, words);
                case "executor" -> words.add("executor=" + spec(value));
                case "completes-on" -> words.add("completes=" + spec(value));
                case "result" ->
                    words.add("result=" + constant(value, MethodModel.ResultUse.values()));
                case "callback" -> callback(value, words);
                case "failure" ->
                    words.add("failure=" + constant(value, MethodModel.Failure.values()));
                case "flat-twin" -> words.add("twin=" + text(value));
                case "roles" -> roles(value, words);
                default -> problems.unknown(facts.lineOf(key), "fact", key, ModelVocabulary.FACTS);
              }
            });
    if (facts.values().isEmpty()) {
      problems.add(facts.line(), "a row that states nothing");
    }
    return String.join(" ", words);
  }

  private void effect(Yaml.Entries facts, List<String> words) {
    List<String> stated = EFFECTS.keySet().stream().filter(facts.values()::containsKey).toList();
    boolean safe = facts.get("safe").isPresent();
    if (stated.size() + (safe ? 1 : 0) > 1) {
      problems.add(facts.line(), "one of blocks, waits, cpu, safe at a time");
      return;
    }
    if (safe) {
      words.add(
          word(facts.get("safe").get(), List.of("true", "false"), "value").equals("true")
              ? "effect=safe"
              : "effect=none");
    }
    if (stated.isEmpty()) {
      if (!ModelVocabulary.FACTS.containsAll(facts.values().keySet())) {
        // The misspelt one is told, and may be the effect.
        return;
      }
      for (String key : List.of("kind", "unless")) {
        if (facts.get(key).isPresent()) {
          problems.add(facts.lineOf(key), key + " without blocks, waits or cpu");
        }
      }
      return;
    }
    String key = stated.get(0);
    String certainty = word(facts.get(key).get(), ModelVocabulary.CERTAINTIES, "certainty");
    if (certainty.equals("never")) {
      words.add("effect=none");
      return;
    }
    Optional<Yaml> kind = facts.get("kind");
    if (kind.isEmpty()) {
      problems.add(facts.lineOf(key), key + " without kind");
      return;
    }
    words.add(
        "effect="
            + EFFECTS.get(key)
            + ":"
            + certainty
            + ":"
            + word(kind.get(), ModelVocabulary.KINDS.get(key), "kind of " + key));
    facts.get("unless").ifPresent(value -> texts(value).forEach(text -> condition(text, words)));
  }

  private void condition(Yaml.Text text, List<String> words) {
    String source = text.value().trim();
    if (source.equals("recv.done")) {
      words.add("unless=done");
      return;
    }
    String[] parts = source.split("\\s+", 3);
    Optional<Integer> subject = parts.length == 3 ? subject(parts[0]) : Optional.empty();
    if (subject.isPresent() && parts[1].equals("is")) {
      words.add("unless=is:" + subject.get() + ":" + parts[2].replaceAll("\\s*,\\s*|\\s+", ","));
    } else if (subject.isPresent() && parts[1].equals("==") && !parts[2].contains(" ")) {
      words.add("unless=const:" + subject.get() + ":" + parts[2]);
    } else {
      problems.add(
          text.line(),
          "condition '"
              + source
              + "' is none of: recv.done, recv is Type, arg0 is Type, arg0 == constant");
    }
  }

  private static Optional<Integer> subject(String word) {
    if (word.equals("recv")) {
      return Optional.of(-1);
    }
    return SpecText.isArgument(word)
        ? Optional.of(Integer.parseInt(word.substring(3)))
        : Optional.empty();
  }

  private void switches(Yaml value, List<String> words) {
    if (value instanceof Yaml.Text text && text.value().equals("none")) {
      words.add("switch=none");
    } else if (value instanceof Yaml.Entries entries) {
      entries
          .values()
          .forEach(
              (direction, target) -> {
                List<String> valid = ModelVocabulary.words(MethodModel.Direction.values());
                if (valid.contains(direction)) {
                  words.add(direction + "=" + spec(target));
                } else {
                  problems.unknown(entries.lineOf(direction), "direction", direction, valid);
                }
              });
    } else {
      problems.add(value.line(), "switch must be none or a map such as {down: arg(Scheduler)}");
    }
  }

  private void callback(Yaml value, List<String> words) {
    if (value instanceof Yaml.Text) {
      words.add("gives=*:" + constant(value, MethodModel.CallbackResult.values()));
    } else {
      keyed(
          value,
          (key, each) ->
              words.add(
                  "gives=" + key + ":" + constant(each, MethodModel.CallbackResult.values())));
    }
  }

  private void roles(Yaml value, List<String> words) {
    List<String> valid = ModelVocabulary.words(MethodModel.Role.values());
    for (Yaml.Text text : texts(value)) {
      String role = text.value();
      if (!valid.contains(role.startsWith("no-") ? role.substring(3) : role)) {
        problems.unknown(text.line(), "role", role, valid);
      }
      words.add("role=" + role);
    }
  }

  private void keyed(Yaml value, BiConsumer<String, Yaml> each) {
    if (!(value instanceof Yaml.Entries entries)) {
      problems.add(value.line(), "must be a map by index, type or *, such as {Runnable: caller}");
      return;
    }
    entries
        .values()
        .forEach(
            (key, at) -> {
              if (!key.matches("\\*|\\d+|[\\w.$]+")) {
                problems.add(entries.lineOf(key), "'" + key + "' is no index, type or *");
              } else {
                each.accept(key, at);
              }
            });
  }

  /** A context as the engine reads it, checked. */
  String spec(Yaml value) {
    String source = text(value);
    List<String> alternatives =
        Arrays.stream(source.split("\\|")).map(String::trim).toList();
    for (String alternative : alternatives) {
      boolean known =
          SpecText.isArgument(alternative)
              || SpecText.argumentType(alternative).filter(type -> !type.isEmpty()).isPresent()
              || SpecText.relative(alternative).isPresent()
              || contexts.contains(alternative);
      if (!known) {
        List<String> valid = new ArrayList<>(contexts);
        valid.addAll(ModelVocabulary.words(ContextSpec.Relative.values()));
        problems.unknown(value.line(), "context", alternative, valid);
      }
    }
    return String.join("|", alternatives);
  }

  private String constant(Yaml value, Enum<?>[] constants) {
    return word(value, ModelVocabulary.words(constants), "value");
  }

  String word(Yaml value, List<String> valid, String what) {
    String word = text(value);
    if (!valid.contains(word)) {
      problems.unknown(value.line(), what, word, valid);
      return valid.get(0);
    }
    return word;
  }

  /** A scalar's text; a problem and "" for anything else. */
  String text(Yaml value) {
    if (value instanceof Yaml.Text text) {
      return text.value().trim();
    }
    problems.add(value.line(), "one word expected");
    return "";
  }

  /** One text, or a list of texts. */
  List<Yaml.Text> texts(Yaml value) {
    List<Yaml.Text> texts = new ArrayList<>();
    for (Yaml each : value instanceof Yaml.Items items ? items.values() : List.of(value)) {
      texts.add(new Yaml.Text(each.line(), text(each)));
    }
    return texts;
  }
}

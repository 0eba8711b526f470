package io.github.asynclint.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.rules.models.compiler.ModelVocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may stand in a model file, as a JSON Schema, so that editors complete and check it while it is
 * written. The words come from {@link ModelVocabulary}; {@code asynclint models check} knows more.
 */
final class ModelSchema {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ModelSchema() {}

  /** The schema, draft 2020-12, with a line end. */
  static String text() {
    JsonObject schema = new JsonObject();
    schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.addProperty("title", "asynclint model file, format 1");
    JsonObject sections = new JsonObject();
    for (String section : ModelVocabulary.SECTIONS) {
      sections.add(section, section(section));
    }
    ModelVocabulary.PROJECT_KEYS.forEach(key -> sections.add(key, names()));
    // A project's own file need say nothing of any library.
    List<String> one = new ArrayList<>(ModelVocabulary.PROJECT_KEYS);
    one.add("library");
    JsonObject some = either(one.stream().map(ModelSchema::required).toArray(JsonObject[]::new));
    some.entrySet().forEach(each -> schema.add(each.getKey(), each.getValue()));
    return GSON.toJson(closed(schema, sections, "format")) + "\n";
  }

  private static JsonObject required(String key) {
    JsonArray keys = new JsonArray();
    keys.add(key);
    JsonObject schema = new JsonObject();
    schema.add("required", keys);
    return schema;
  }

  private static JsonObject section(String name) {
    return switch (name) {
      case "format" -> words(List.of(new JsonPrimitive(1), new JsonPrimitive("1")));
      case "library", "evidence" -> ofType("string");
      case "active-if" -> oneOrMore(oneOrMore(ofType("string")));
      case "active-unless", "covers" -> names();
      case "contexts" -> mapOf(context());
      default -> {
        JsonObject list = ofType("array");
        list.add("items", group(name));
        yield list;
      }
    };
  }

  private static JsonObject context() {
    JsonObject keys = new JsonObject();
    for (String key : ModelVocabulary.CONTEXT_KEYS) {
      keys.add(
          key,
          switch (key) {
            case "kind" -> constants(ContextKind.values());
            case "label" -> ofType("string");
            default -> ofType("boolean");
          });
    }
    return closed(ofType("object"), keys, "kind", "label");
  }

  private static JsonObject group(String section) {
    JsonObject keys = new JsonObject();
    for (String key : ModelVocabulary.GROUP_KEYS.get(section)) {
      keys.add(key, groupKey(section, key));
    }
    List<String> required = new ArrayList<>(List.of("evidence"));
    for (String key : List.of("owner", "type", "rows")) {
      if (keys.has(key)) {
        required.add(key);
      }
    }
    return closed(ofType("object"), keys, required.toArray(String[]::new));
  }

  private static JsonObject groupKey(String section, String key) {
    return switch (key) {
      case "owner", "type", "annotation", "simple-name" -> names();
      case "kind" -> constants(TypeModel.Kind.values());
      case "thread-safe" -> ofType("boolean");
      case "strength" -> constants(ModelFile.Strength.values());
      case "attributes", "by-return" -> mapOf(scalar());
      case "versions" -> scalar();
      case "rows" -> mapOf(section.equals("methods") ? facts() : ofType("string"));
      default -> ofType("string");
    };
  }

  private static JsonObject facts() {
    JsonObject keys = new JsonObject();
    for (String fact : ModelVocabulary.FACTS) {
      keys.add(fact, fact(fact));
    }
    JsonObject facts = closed(ofType("object"), keys);
    facts.addProperty("minProperties", 1);
    return facts;
  }

  private static JsonObject fact(String name) {
    return switch (name) {
      case "blocks", "waits", "cpu" -> words(texts(ModelVocabulary.CERTAINTIES));
      case "kind" ->
          words(
              texts(
                  ModelVocabulary.KINDS.values().stream()
                      .flatMap(Collection::stream)
                      .distinct()
                      .sorted()
                      .toList()));
      case "safe" -> ofType("boolean");
      case "params" -> mapOf(ofType("string"));
      case "switch" -> {
        JsonObject directions = new JsonObject();
        ModelVocabulary.words(MethodModel.Direction.values())
            .forEach(each -> directions.add(each, ofType("string")));
        yield either(words(texts(List.of("none"))), closed(ofType("object"), directions));
      }
      case "result" -> constants(MethodModel.ResultUse.values());
      case "callback" ->
          either(
              constants(MethodModel.CallbackResult.values()),
              mapOf(constants(MethodModel.CallbackResult.values())));
      case "failure" -> constants(MethodModel.Failure.values());
      case "roles" -> {
        List<String> roles = ModelVocabulary.words(MethodModel.Role.values());
        yield oneOrMore(
            words(texts(roles.stream().flatMap(r -> Stream.of(r, "no-" + r)).toList())));
      }
      case "unless" -> oneOrMore(ofType("string"));
      default -> ofType("string");
    };
  }

  private static JsonObject names() {
    return oneOrMore(ofType("string"));
  }

  private static JsonObject oneOrMore(JsonObject one) {
    JsonObject list = ofType("array");
    list.add("items", one);
    return either(one, list);
  }

  private static JsonObject either(JsonObject... choices) {
    JsonArray any = new JsonArray();
    Arrays.stream(choices).forEach(any::add);
    JsonObject schema = new JsonObject();
    schema.add("anyOf", any);
    return schema;
  }

  /** A word, number or boolean: YAML reads an unquoted {@code 4} or {@code true} as one of these. */
  private static JsonObject scalar() {
    return either(ofType("string"), ofType("number"), ofType("boolean"));
  }

  private static JsonObject constants(Enum<?>[] constants) {
    return words(texts(ModelVocabulary.words(constants)));
  }

  private static List<JsonPrimitive> texts(List<String> words) {
    return words.stream().map(JsonPrimitive::new).toList();
  }

  private static JsonObject words(List<? extends JsonElement> words) {
    JsonArray all = new JsonArray();
    words.forEach(all::add);
    JsonObject schema = new JsonObject();
    schema.add("enum", all);
    return schema;
  }

  private static JsonObject mapOf(JsonObject values) {
    JsonObject schema = ofType("object");
    schema.add("additionalProperties", values);
    return schema;
  }

  private static JsonObject closed(JsonObject schema, JsonObject keys, String... required) {
    schema.addProperty("type", "object");
    schema.add("properties", keys);
    schema.addProperty("additionalProperties", false);
    if (required.length > 0) {
      JsonArray all = new JsonArray();
      Arrays.stream(required).forEach(all::add);
      schema.add("required", all);
    }
    return schema;
  }

  private static JsonObject ofType(String type) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", type);
    return schema;
  }
}

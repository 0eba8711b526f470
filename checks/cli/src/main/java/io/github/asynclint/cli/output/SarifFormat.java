package io.github.asynclint.cli.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.rule.Rule;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** SARIF 2.1.0, for code scanning and editors. */
public final class SarifFormat implements Format {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @Override
  public void write(Report report, Appendable out) throws IOException {
    JsonObject log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    log.add("runs", array(run(report)));
    GSON.toJson(log, out);
    out.append('\n');
  }

  private static JsonObject run(Report report) {
    Map<String, Integer> indices = new HashMap<>();
    JsonArray rules = new JsonArray();
    for (Rule rule : report.rules()) {
      indices.put(rule.name(), rules.size());
      rules.add(rule(rule));
    }
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "asynclint");
    driver.addProperty("version", report.version());
    driver.add("rules", rules);
    JsonArray results = new JsonArray();
    for (Reported each : report.findings()) {
      results.add(result(each, indices));
    }
    JsonObject run = new JsonObject();
    run.add("tool", object("driver", driver));
    run.addProperty("columnKind", "utf16CodeUnits");
    run.add("invocations", array(invocation(report)));
    run.add("results", results);
    return run;
  }

  private static JsonObject invocation(Report report) {
    JsonObject invocation = new JsonObject();
    invocation.addProperty("executionSuccessful", true);
    JsonArray notifications = new JsonArray();
    for (String note : report.notes()) {
      JsonObject notification = object("message", message(note));
      notification.addProperty("level", "warning");
      notifications.add(notification);
    }
    invocation.add("toolExecutionNotifications", notifications);
    return invocation;
  }

  private static JsonObject rule(Rule rule) {
    JsonObject json = new JsonObject();
    json.addProperty("id", rule.name());
    json.add("shortDescription", message(rule.info().summary()));
    json.add("help", message("asynclint explain " + rule.name()));
    JsonObject configuration = new JsonObject();
    configuration.addProperty("enabled", rule.info().tier() <= 2);
    configuration.addProperty(
        "level",
        switch (rule.info().tier()) {
          case 1 -> "error";
          case 2 -> "warning";
          default -> "note";
        });
    json.add("defaultConfiguration", configuration);
    JsonObject properties = new JsonObject();
    properties.addProperty("section", rule.info().section().title());
    properties.addProperty("tier", rule.info().tier());
    json.add("properties", properties);
    return json;
  }

  private static JsonObject result(Reported reported, Map<String, Integer> indices) {
    Finding finding = reported.finding();
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", finding.rule());
    Optional.ofNullable(indices.get(finding.rule()))
        .ifPresent(index -> result.addProperty("ruleIndex", index));
    result.addProperty("level", level(finding.severity()));
    result.add("message", message(finding.message() + advice(finding)));
    result.add("locations", array(location(reported)));
    result.add("partialFingerprints", object("asynclint/v1", reported.fingerprint()));
    List<Step> flow =
        finding.steps().stream().filter(step -> step.kind() != Step.Kind.RELATED).toList();
    if (!flow.isEmpty()) {
      JsonArray locations = new JsonArray();
      flow.forEach(step -> locations.add(object("location", location(step, reported))));
      JsonObject thread = new JsonObject();
      thread.add("locations", locations);
      JsonObject codeFlow = new JsonObject();
      codeFlow.add("threadFlows", array(thread));
      result.add("codeFlows", array(codeFlow));
    }
    List<Step> related = finding.steps(Step.Kind.RELATED);
    if (!related.isEmpty()) {
      JsonArray locations = new JsonArray();
      related.forEach(step -> locations.add(location(step, reported)));
      result.add("relatedLocations", locations);
    }
    fixes(reported).ifPresent(fixes -> result.add("fixes", fixes));
    result.add(
        "properties", object("certainty", finding.certainty().name().toLowerCase(Locale.ROOT)));
    return result;
  }

  private static String advice(Finding finding) {
    return finding.advice().isEmpty() ? "" : ". Instead: " + finding.advice();
  }

  private static JsonObject location(Reported reported) {
    Finding finding = reported.finding();
    JsonObject region =
        reported
            .lines()
            .flatMap(
                lines ->
                    finding
                        .highlight()
                        .filter(span -> lines.columns(span, finding.line()).isPresent())
                        .map(span -> region(lines, span)))
            .orElseGet(() -> lineRegion(finding.line()));
    JsonObject location = physical(reported.path(), Optional.of(region));
    JsonObject logical = new JsonObject();
    logical.addProperty("fullyQualifiedName", finding.callable().toString());
    logical.addProperty("kind", "function");
    location.add("logicalLocations", array(logical));
    return location;
  }

  /** A step's place, if it lies in a file that the reader has; else its words name it. */
  private static JsonObject location(Step step, Reported reported) {
    Optional<String> path = Optional.ofNullable(reported.paths().get(step.sourceFile()));
    JsonObject location =
        path.map(
                file ->
                    physical(
                        file,
                        step.line() > 0
                            ? Optional.of(lineRegion(step.line()))
                            : Optional.empty()))
            .orElseGet(JsonObject::new);
    location.add("message", message(path.isPresent() ? step.text() : step.toString()));
    return location;
  }

  private static JsonObject physical(String path, Optional<JsonObject> region) {
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", object("uri", Uris.of(path)));
    region.ifPresent(json -> physical.add("region", json));
    return object("physicalLocation", physical);
  }

  private static Optional<JsonArray> fixes(Reported reported) {
    Optional<Lines> lines = reported.lines();
    if (lines.isEmpty() || reported.finding().fixes().isEmpty()) {
      return Optional.empty();
    }
    JsonArray fixes = new JsonArray();
    for (Fix fix : reported.finding().fixes()) {
      JsonArray replacements = new JsonArray();
      for (Edit edit : fix.edits()) {
        JsonObject replacement = object("deletedRegion", region(lines.get(), edit.span()));
        replacement.add("insertedContent", message(edit.replacement()));
        replacements.add(replacement);
      }
      if (replacements.isEmpty()) {
        continue;
      }
      JsonObject change = object("artifactLocation", object("uri", Uris.of(reported.path())));
      change.add("replacements", replacements);
      JsonObject json = object("description", message(fix.title()));
      json.add("artifactChanges", array(change));
      fixes.add(json);
    }
    return fixes.isEmpty() ? Optional.empty() : Optional.of(fixes);
  }

  private static JsonObject region(Lines lines, Span span) {
    Lines.Position start = lines.position(span.start());
    Lines.Position end = lines.position(span.end());
    JsonObject region = new JsonObject();
    region.addProperty("startLine", start.line());
    region.addProperty("startColumn", start.column());
    region.addProperty("endLine", end.line());
    region.addProperty("endColumn", end.column());
    return region;
  }

  private static JsonObject lineRegion(int line) {
    JsonObject region = new JsonObject();
    region.addProperty("startLine", Math.max(1, line));
    return region;
  }

  private static String level(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case SUGGESTION -> "note";
    };
  }

  private static JsonObject message(String text) {
    return object("text", text);
  }

  private static JsonObject object(String name, JsonElement value) {
    JsonObject json = new JsonObject();
    json.add(name, value);
    return json;
  }

  private static JsonObject object(String name, String value) {
    JsonObject json = new JsonObject();
    json.addProperty(name, value);
    return json;
  }

  private static JsonArray array(JsonElement element) {
    JsonArray json = new JsonArray();
    json.add(element);
    return json;
  }
}

package io.github.asynclint.rules.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.Condition;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.ModelFormat;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.rules.models.compiler.ModelCompiler;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which row wins where several speak of a method, and what do the shipped models answer? */
class LookupTest {
  private static final String CF = "java.util.concurrent.CompletableFuture";
  private static final String EXECUTOR = "java.util.concurrent.Executor";
  private static final String FUNCTION = "java.util.function.Function";

  private final ClassPathProgram program =
      new ClassPathProgram(LookupTest.class.getClassLoader());
  private final Models shipped = ShippedModels.load().bind(program);

  private static MethodRef method(String owner, String name, String... parameters) {
    return new MethodRef(owner, name, List.of(parameters), "java.lang.Object");
  }

  private static MethodModel ask(Models models, MethodRef method) {
    return models.method(method, method.owner());
  }

  private static ModelFile file(String... lines) {
    String text = "format: 1\nlibrary: test\n" + String.join("\n", lines) + "\n";
    ModelCompiler.Compiled compiled =
        ModelCompiler.compile("test.yaml", text, Set.of("worker", "common-pool"));
    assertThat(compiled.problems()).isEmpty();
    return compiled.model().orElseThrow();
  }

  private static ModelFile rows(String owner, String... rows) {
    StringBuilder text = new StringBuilder("methods:\n  - owner: " + owner + "\n");
    text.append("    evidence: a test\n    rows:\n");
    Arrays.stream(rows).forEach(row -> text.append("      ").append(row).append('\n'));
    return file(text.toString());
  }

  private Models bind(ModelFile... files) {
    return ModelStore.of(List.of(files)).bind(program);
  }

  @Test
  void signatureBeatsArityBeatsNameBeatsAffixBeatsAny() {
    Models models =
        bind(
            rows(
                CF,
                "'thenApplyAsync(Function, Executor)': {result: receiver}",
                "'thenApplyAsync/2': {result: must-use, failure: handled}",
                "'thenApplyAsync': {failure: handled-if-read, callback: flattened}",
                "'then*': {callback: wrapped, flat-twin: near}",
                "'*': {flat-twin: far, roles: [operator]}"));
    MethodModel both = ask(models, method(CF, "thenApplyAsync", FUNCTION, EXECUTOR));
    assertThat(both.result()).isEqualTo(MethodModel.ResultUse.RECEIVER);
    assertThat(both.failure()).isEqualTo(MethodModel.Failure.HANDLED);
    assertThat(both.callbackResults()).containsEntry(0, MethodModel.CallbackResult.FLATTENED);
    assertThat(both.flatTwin()).contains("near");
    assertThat(both.is(MethodModel.Role.OPERATOR)).isTrue();
    MethodModel one = ask(models, method(CF, "thenApplyAsync", FUNCTION));
    assertThat(one.result()).isEqualTo(MethodModel.ResultUse.UNSTATED);
    assertThat(one.failure()).isEqualTo(MethodModel.Failure.HANDLED_IF_READ);
  }

  @Test
  void nearerOwnerBeatsFartherAndPackagesComeLast() {
    Models models =
        bind(
            rows("java.util.ArrayList", "'add': {failure: handled}"),
            rows("java.util.List", "'add(Object)': {failure: handled-if-read, flat-twin: list}"),
            rows("java.util.**", "'add(Object)': {flat-twin: package, result: must-use}"));
    MethodModel model = ask(models, method("java.util.ArrayList", "add", "java.lang.Object"));
    assertThat(model.failure()).isEqualTo(MethodModel.Failure.HANDLED);
    assertThat(model.flatTwin()).contains("list");
    assertThat(model.result()).isEqualTo(MethodModel.ResultUse.MUST_USE);
  }

  @Test
  void rowsOfTheReceiversTypeHoldForInheritedMethods() {
    Models models = bind(rows("java.util.concurrent.ForkJoinTask", "'get': {safe: true}"));
    MethodRef get = method("java.util.concurrent.Future", "get");
    assertThat(models.method(get, "java.util.concurrent.RecursiveTask").safe()).isTrue();
    assertThat(models.method(get, "java.util.concurrent.Future")).isEqualTo(MethodModel.NONE);
  }

  @Test
  void aNameSaysNothingOfUnrelatedMethodsThatSubtypesAdd() {
    Models models = bind(rows("java.util.Collection", "'sort': {safe: true}", "'*': {flat-twin: all}"));
    MethodModel sort = ask(models, method("java.util.ArrayList", "sort", "java.util.Comparator"));
    assertThat(sort.safe()).isFalse();
    assertThat(sort.flatTwin()).contains("all");
  }

  @Test
  void usersRowsWinOverMoreSpecificShippedOnes() {
    ModelFile user = rows("java.util.concurrent.Future", "'*': {safe: true}");
    Models models = ShippedModels.load().with(List.of(user)).bind(program);
    MethodModel get = ask(models, method(CF, "get"));
    assertThat(get.safe()).isTrue();
    assertThat(get.effect()).isEmpty();
    assertThat(ask(shipped, method(CF, "get")).effect()).isPresent();
  }

  @Test
  void aRowForAllMethodsSaysNothingOfWhatClassesAdd() {
    Models models = bind(rows("java.util.concurrent.Future", "'*': {safe: true}"));
    assertThat(ask(models, method(CF, "get")).safe()).isTrue();
    assertThat(ask(models, method(CF, "obtrudeException", "java.lang.Throwable")).safe()).isFalse();
  }

  @Test
  void ofAListInActiveIfOneClassIsEnough() {
    String types = "types: [{type: java.util.ArrayList, evidence: a test, kind: publisher}]";
    ModelFile one = file("active-if: [java.lang.String, [no.Such, java.util.List]]", types);
    ModelFile none = file("active-if: [java.lang.String, [no.Such, no.Other]]", types);
    assertThat(bind(one).type("java.util.ArrayList")).isNotEqualTo(TypeModel.NONE);
    assertThat(bind(none).type("java.util.ArrayList")).isEqualTo(TypeModel.NONE);
  }

  @Test
  void filesSpeakOnlyWhereTheirClassesAre() {
    ModelFile absent =
        file(
            "active-if: com.example.Absent",
            "contexts:",
            "  test-loop: {kind: actor, label: a loop}",
            "types:",
            "  - {type: java.util.ArrayList, evidence: a test, kind: publisher}");
    ModelFile unless =
        file(
            "active-unless: java.lang.String",
            "types:",
            "  - {type: java.util.ArrayList, evidence: a test, kind: publisher}");
    Models models = bind(absent, unless);
    assertThat(models.type("java.util.ArrayList")).isEqualTo(TypeModel.NONE);
    assertThat(models.hasActive(ContextKind.ACTOR)).isFalse();
    assertThat(models.context("test-loop")).isPresent();
  }

  @Test
  void executorArgumentsAndTheirDefaults() {
    ContextSpec withExecutor =
        ask(shipped, method(CF, "thenApplyAsync", FUNCTION, EXECUTOR)).parameters().get(0);
    ContextSpec without = ask(shipped, method(CF, "thenApplyAsync", FUNCTION)).parameters().get(0);
    assertThat(withExecutor).isEqualTo(new ContextSpec.Argument(1));
    assertThat(((ContextSpec.Absolute) without).context().kind())
        .isEqualTo(ContextKind.COMMON_POOL);
  }

  @Test
  void effectsCarryTheirConditions() {
    MethodModel sleep = ask(shipped, method("java.lang.Thread", "sleep", "long"));
    assertThat(sleep.effect().orElseThrow().certainty()).isEqualTo(Certainty.DEFINITE);
    assertThat(sleep.effect().orElseThrow().unless())
        .containsExactly(new Condition.IsConstant(0, "0"));
    assertThat(ask(shipped, method(CF, "join")).effect().orElseThrow().unless())
        .containsExactly(new Condition.ReceiverDone());
    ModelFile typed =
        rows("java.io.Reader", "'read': {blocks: likely, kind: io, unless: recv is A, B}"
            .replace("recv is A, B", "'recv is A, B'"));
    assertThat(ask(bind(typed), method("java.io.Reader", "read")).effect().orElseThrow().unless())
        .containsExactly(new Condition.HasType(-1, List.of("A", "B")));
  }

  @Test
  void executeBlockingOfBothMajorsRunsOnAWorker() {
    String vertx = "io.vertx.core.Vertx";
    for (String parameter : List.of("java.util.concurrent.Callable", "io.vertx.core.Handler")) {
      MethodModel model = ask(shipped, method(vertx, "executeBlocking", parameter));
      NamedContext context = ((ContextSpec.Absolute) model.parameters().get(0)).context();
      assertThat(context.kind()).as(parameter).isEqualTo(ContextKind.WORKER);
    }
  }

  @Test
  void methodsThatNoRowNamesHaveNoModel() {
    assertThat(ask(shipped, method("java.time.LocalDate", "plusDays", "long")))
        .isSameAs(MethodModel.NONE);
    assertThat(ask(shipped, method("com.example.Absent", "sleep", "long")))
        .isSameAs(MethodModel.NONE);
  }

  @Test
  void subtypesInheritWhatTheirTypesAre() {
    assertThat(shipped.type(CF).kind().isFuture()).isTrue();
    assertThat(shipped.type("reactor.core.publisher.Mono").kind())
        .isEqualTo(TypeModel.Kind.PUBLISHER);
    assertThat(shipped.type("java.util.ArrayList").threadSafe()).isFalse();
    assertThat(shipped.type("java.util.List").threadSafe()).isTrue();
    assertThat(shipped.type("java.util.concurrent.ConcurrentHashMap").threadSafe()).isTrue();
  }

  @Test
  void annotationsOfTheMethodBeatThoseOfItsClassAndConventions() {
    MethodRef get = new MethodRef("Api", "get", List.of(), "io.smallrye.mutiny.Uni");
    AnnotationFact verb = new AnnotationFact("jakarta.ws.rs.GET", Map.of());
    AnnotationFact blocking =
        new AnnotationFact("io.smallrye.common.annotation.Blocking", Map.of());
    AnnotationFact nonBlocking =
        new AnnotationFact("io.smallrye.common.annotation.NonBlocking", Map.of());
    assertThat(kind(get, List.of(verb), List.of())).isEqualTo(ContextKind.EVENT_LOOP);
    assertThat(kind(get, List.of(verb), List.of(blocking))).isEqualTo(ContextKind.WORKER);
    assertThat(kind(get, List.of(verb, nonBlocking), List.of(blocking)))
        .isEqualTo(ContextKind.EVENT_LOOP);
    MethodRef text = new MethodRef("Api", "get", List.of(), "java.lang.String");
    assertThat(kind(text, List.of(verb), List.of())).isEqualTo(ContextKind.WORKER);
  }

  private ContextKind kind(
      MethodRef method, List<AnnotationFact> annotations, List<AnnotationFact> ofType) {
    return shipped.runsOn(method, method.owner(), annotations, ofType).orElseThrow().kind();
  }

  @Test
  void bodiesOfFrameworkMethodsRunOnItsThreads() {
    MethodRef start = new MethodRef("io.vertx.core.AbstractVerticle", "start", List.of(), "void");
    assertThat(shipped.runsOn(start, "io.vertx.core.AbstractVerticle", List.of(), List.of()))
        .map(NamedContext::kind)
        .contains(ContextKind.EVENT_LOOP);
    MethodRef other = new MethodRef("io.vertx.core.AbstractVerticle", "run", List.of(), "void");
    assertThat(shipped.runsOn(other, "io.vertx.core.AbstractVerticle", List.of(), List.of()))
        .isEmpty();
  }

  @Test
  void storedFormReadsBackEqual() throws IOException {
    List<ModelFile> files = ShippedModels.load().files();
    assertThat(ModelFormat.read(new StringReader(ModelFormat.write(files)))).isEqualTo(files);
  }
}

package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.colors.Act;
import io.github.asynclint.engine.colors.Color;
import io.github.asynclint.engine.colors.Colors;
import io.github.asynclint.engine.colors.EntryPoint;
import io.github.asynclint.engine.colors.Hop;
import io.github.asynclint.engine.colors.Picture;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.rules.models.ShippedModels;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs where in the web shop, and what does it do there? */
@ExtendWith(Harness.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ColorsTest {
  private static final String SHOP = "com.example.webshop.shop.";

  private record Known(Program program, Colors colors) {}

  private final Map<Seat, Known> known = new EnumMap<>(Seat.class);
  private final List<ClassPath> open = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @BeforeAll
  void read(Harness harness) {
    SampleProject project = new SampleProject(harness.fixtures());
    for (Seat seat : Seat.values()) {
      ClassPath libraries = project.libraries(notes::add);
      open.add(libraries);
      Program program = project.program(seat, libraries, notes::add);
      known.put(seat, new Known(program, colors(program, harness)));
    }
  }

  private Colors colors(Program program, Harness harness) {
    return new Analysis(
            program,
            ShippedModels.load().bind(program),
            harness.fixtures().rules().only(Set.of()),
            notes::add)
        .colors();
  }

  @AfterAll
  void close() {
    open.forEach(ClassPath::close);
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void handlersRunOnTheEventLoopAndSayWhy(Seat seat) {
    Color order = method(seat, SHOP + "CheckoutRoutes", "order");
    Color start = method(seat, SHOP + "CartVerticle", "start");

    assertThat(order.own()).isEmpty();
    assertThat(threads(order)).containsExactly("the Vert.x event loop definite");
    assertThat(order.threads().get(0).why())
        .extracting(Step::toString)
        .containsExactly(
            "the Vert.x event loop: callback of Route.handler (CheckoutRoutes.java:43)");
    assertThat(start.own()).map(RunsOn::mustNotBlock).contains(true);
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void helperRunsWhereItsCallersDoAndTellsTheWay(Seat seat) {
    Color read = method(seat, SHOP + "OrderReader", "read");

    assertThat(read.own()).isEmpty();
    assertThat(threads(read)).containsExactly("the Vert.x event loop definite");
    assertThat(read.threads().get(0).why())
        .extracting(Step::toString)
        .containsExactly(
            "the Vert.x event loop: callback of Route.handler (CheckoutRoutes.java:43)",
            "CheckoutRoutes.order calls OrderReader.read (CheckoutRoutes.java:49)");
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void helperOfManyHasAllTheirThreads(Seat seat) {
    Color query = method(seat, "com.example.webshop.catalog.Jdbc", "query");

    assertThat(threads(query))
        .containsExactly(
            "the Vert.x event loop definite",
            "a Vert.x worker definite",
            "the thread of a single-thread executor definite");
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void whatNobodyIsSeenToCallHasAnUnknownThread(Seat seat) {
    Color total = method(seat, "com.example.webshop.storage.ReceiptArchive", "totalSize");
    Color update = method(seat, "com.example.webshop.catalog.Jdbc", "update");

    assertThat(total.threads()).containsExactly(RunsOn.UNKNOWN);
    // Offload.inBackground wraps its task by Executors.callable, which no model describes.
    assertThat(update.threads()).contains(RunsOn.UNKNOWN).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void actsTellTheWayToTheEvidence(Seat seat) {
    Color discount = method(seat, SHOP + "FileCoupons", "discount");
    Color left = method(seat, SHOP + "StockService", "left");
    Color register = method(seat, SHOP + "Accounts", "register");
    Color loadNow = method(seat, "com.example.webshop.storage.ReceiptArchive", "loadNow");
    Color total = method(seat, "com.example.webshop.catalog.Pricing", "total");

    assertThat(act(discount, Act.Kind.BLOCKS).trace().get(0))
        .hasToString("FileCoupons.discount (FileCoupons.java:28)");
    assertThat(act(discount, Act.Kind.BLOCKS).evidence().text())
        .isEqualTo("java.nio.file.Files.newInputStream, which waits for the file system");
    // Its result is a future, but whoever calls it waits for the database.
    assertThat(act(left, Act.Kind.BLOCKS).trace())
        .extracting(Step::toString)
        .startsWith(
            "StockService.left (StockService.java:23)",
            "ProductDao.stock (ProductDao.java:34)",
            "ProductDao.find (ProductDao.java:26)")
        .hasSize(5);
    assertThat(act(register, Act.Kind.BURNS_CPU).evidence().text())
        .isEqualTo("org.mindrot.jbcrypt.BCrypt.hashpw, which hashes a password");
    assertThat(act(loadNow, Act.Kind.WAITS).evidence().text())
        .isEqualTo("java.util.concurrent.CompletableFuture.join, which waits for a future");
    assertThat(act(loadNow, Act.Kind.STARTS).trace())
        .extracting(Step::toString)
        .endsWith(
            "BlobStore.get (BlobStore.java:34)",
            "software.amazon.awssdk.services.s3.S3AsyncClient.getObject, which starts async work");
    assertThat(total.acts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void whatIsHandedOverIsNotDoneHere(Seat seat) {
    Color available = method(seat, SHOP + "StockService", "available");

    assertThat(available.acts())
        .extracting(Act::kind)
        .contains(Act.Kind.STARTS)
        .doesNotContain(Act.Kind.BLOCKS);
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void locksAreTold(Seat seat, Harness harness) {
    Fixtures fixtures = harness.fixtures();
    Program program =
        new PackageProgram(
            Seats.program(
                seat, fixtures.sources(), fixtures.classes(), fixtures.libraries(), notes::add),
            "pitfalls.lockheldwhilewaiting");
    Colors colors = colors(program, harness);

    Color lock = method(colors, "pitfalls.lockheldwhilewaiting.ExplicitLocks", "joinedUnderLock");
    String monitors = "pitfalls.lockheldwhilewaiting.Monitors";
    Color method = method(colors, monitors, "joinedInSynchronizedMethod");
    Color block = method(colors, monitors, "gotInSynchronizedBlock");

    assertThat(act(lock, Act.Kind.LOCKS).evidence().text())
        .isEqualTo("java.util.concurrent.locks.ReentrantLock.lock, which takes a lock");
    assertThat(act(lock, Act.Kind.WAITS).evidence().text())
        .isEqualTo("java.util.concurrent.CompletableFuture.join, which waits for a future");
    assertThat(act(method, Act.Kind.LOCKS).evidence().text())
        .isEqualTo("Monitors.joinedInSynchronizedMethod is synchronized, which takes a lock");
    assertThat(act(block, Act.Kind.LOCKS).evidence().text())
        .isEqualTo("synchronized, which takes a lock");
  }

  /** Less information may leave threads and acts unknown; it makes up none. */
  @Test
  void withoutLibrariesNothingElseIsTold(Harness harness) {
    SampleProject project = new SampleProject(harness.fixtures());
    Set<String> all = drawn(picture(Seat.SOURCE), true);
    try (ClassPath nothing = ClassPath.open(List.of(), List.of(), notes::add)) {
      Program program = project.program(Seat.SOURCE, nothing, note -> {});
      Picture picture = colors(program, harness).picture(program.programTypes());

      assertThat(drawn(picture, true)).isNotEmpty().isSubsetOf(all);
    }
  }

  @Test
  void seatsDrawTheSamePicture() {
    assertThat(drawn(picture(Seat.SOURCE), false)).isNotEmpty().isEqualTo(drawn(picture(Seat.ERROR_PRONE), false));
    assertThat(drawn(picture(Seat.SPOTBUGS), false)).isEqualTo(drawn(picture(Seat.ERROR_PRONE), false));
    assertThat(notes).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void referencesRunWhereTheyAreHandedTo(Seat seat) {
    Color all = reference(seat, SHOP + "CatalogRoutes", "all");
    Color reserve = reference(seat, SHOP + "CheckoutRoutes", "reserve");
    Color report = reference(seat, SHOP + "NightlyReport", "report");

    // Timings.timed runs what it is given: the lambda around is the handler of a route.
    assertThat(all.code().name()).isEqualTo("ProductDao.all");
    assertThat(all.own()).isEmpty();
    assertThat(threads(all)).containsExactly("the Vert.x event loop definite");
    assertThat(act(all, Act.Kind.BLOCKS).trace().get(0))
        .hasToString("ProductDao.all (ProductDao.java:30)");
    assertThat(threads(reserve)).containsExactly("the Vert.x event loop definite");
    assertThat(report.own()).isPresent();
    assertThat(threads(report))
        .containsExactly("the thread of a single-thread executor definite");
  }

  private Color reference(Seat seat, String type, String name) {
    Colors colors = known.get(seat).colors();
    for (Callable code : colors.code(type)) {
      for (Event event : code.body().events()) {
        if (event instanceof Event.FunctionObject function
            && function.code() instanceof Event.Code.Reference reference
            && reference.method().name().equals(name)) {
          return colors.ofReference(code.id(), function).orElseThrow();
        }
      }
    }
    throw new AssertionError("no reference to " + name + " in " + type);
  }

  @Test
  void pictureHoldsOnlyWaysThatLeadSomewhere() {
    Picture picture = picture(Seat.SOURCE);

    assertThat(picture.hops()).isNotEmpty();
    picture
        .hops()
        .forEach(
            (body, hops) -> {
              assertThat(picture.codes()).containsKey(body);
              assertThat(hops).isNotEmpty();
              for (Hop hop : hops) {
                if (hop instanceof Hop.Into into) {
                  assertThat(picture.hops(into.body())).isNotEmpty();
                } else {
                  assertThat(((Hop.End) hop).act().kind().holdsThread()).isTrue();
                }
              }
            });
  }

  private Picture picture(Seat seat) {
    return known.get(seat).colors().picture(known.get(seat).program().programTypes());
  }

  /** Lambdas have other lines in class files, and parameters no types where those are not known. */
  private static Set<String> drawn(Picture picture, boolean isKnown) {
    Set<String> all = new TreeSet<>();
    for (EntryPoint entry : picture.entryPoints()) {
      CallableId id = entry.code().id();
      String code = id.method().owner() + "." + id.method().name() + id.lambdas();
      String runsOn = entry.runsOn().context().label() + ", " + entry.runsOn().certainty();
      if (entry.runsOn().isKnown() || !isKnown) {
        all.add(code + " runs on " + runsOn);
      }
      ends(picture, id, new HashSet<>())
          .forEach(end -> all.add(code + " leads to " + end));
    }
    return all;
  }

  private static Set<String> ends(Picture picture, CallableId id, Set<CallableId> seen) {
    Set<String> ends = new TreeSet<>();
    if (seen.add(id)) {
      for (Hop hop : picture.hops(id)) {
        if (hop instanceof Hop.Into into) {
          ends.addAll(ends(picture, into.body(), seen));
        } else {
          ends.add(((Hop.End) hop).act().evidence().text());
        }
      }
    }
    return ends;
  }

  private Color method(Seat seat, String type, String name) {
    return method(known.get(seat).colors(), type, name);
  }

  private static Color method(Colors colors, String type, String name) {
    List<Callable> found =
        colors.code(type).stream()
            .filter(each -> !each.id().isLambda() && each.id().method().name().equals(name))
            .toList();
    assertThat(found).hasSize(1);
    return colors.of(found.get(0).id()).orElseThrow();
  }

  private static List<String> threads(Color color) {
    return color.threads().stream()
        .map(
            each ->
                each.context().label()
                    + (each.certainty() == Certainty.DEFINITE ? " definite" : " likely"))
        .collect(Collectors.toList());
  }

  private static Act act(Color color, Act.Kind kind) {
    return color.acts().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }
}

package io.github.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.runtime.FixtureSource.Claim;
import io.github.asynclint.runtime.Promises.Promise;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Does nobody use what the fixtures mark as forgotten? Runs the situations over repositories whose
 * answers are watched: a marked line must have made a publisher that nobody subscribed, or a future
 * that nobody asked; in a silent situation everything is used.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForgottenPromisesTest {
  private static final Path SOURCES = Path.of("../pitfalls/java");
  private static final Set<String> RULES = Set.of("UnsubscribedPublisher", "UnawaitedFuture");
  private static final String PUBLISHERS = "unsubscribedpublisher.";
  private static final String FUTURES = "unawaitedfuture.";

  private static final String JDK = "the forgotten future is one that the JDK makes";
  private static final String HOOK = "would stay in this process until its end";

  private static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          Map.entry(PUBLISHERS + "VoidSlots.savedOnShutdown", HOOK),
          Map.entry(PUBLISHERS + "DerivedPublishers.retryHasNoEffect", "RxJava is not watched"),
          Map.entry(PUBLISHERS + "DerivedPublishers.loggerHasNoEffect", "Mutiny is not watched"),
          Map.entry(FUTURES + "DroppedStatements.webhookDropped", JDK),
          Map.entry(FUTURES + "DroppedStatements.statusIsMappedAndForgotten", JDK),
          Map.entry(FUTURES + "DroppedStatements.reindexInTheBackground", JDK),
          Map.entry(FUTURES + "DroppedStatements.forgetsToAssignTheNextLink", JDK),
          Map.entry(FUTURES + "DroppedStatements.allOfDropped", JDK),
          Map.entry(FUTURES + "VoidSlots.shutdownHook", HOOK),
          Map.entry(FUTURES + "VoidSlots.entriesOfAMap", "maps are empty here"),
          Map.entry(FUTURES + "VoidSlots.referenceReturnedAsRunnable", "needs who runs it"));

  // Silent situations that leave something unused in one run, and why that is right.
  private static final Map<String, String> UNUSED_FOR_A_REASON =
      Map.of(
          PUBLISHERS + "DroppedStatements.explicitDiscard", "its name says so",
          PUBLISHERS + "DroppedStatements.declaredIgnorable", "its annotation says so",
          PUBLISHERS + "DroppedStatements.keptInAField", "another method returns it",
          PUBLISHERS + "DroppedStatements.keptInAListOfTheObject", "another method returns it",
          PUBLISHERS + "VoidSlots.supplierSlotIsNotVoid", "it is for a source that is empty",
          PUBLISHERS + "DerivedPublishers.usedTwice", "it is for a source that is empty",
          FUTURES + "VoidSlots.slotWhoseFutureIsHandled", "the last link has dealt with it all");

  private final Watch watch = Watch.blind();
  private final RemoteService remote = RemoteService.start();
  private final Promises promises = new Promises();
  private final Map<String, String> tallies = new TreeMap<>();

  @BeforeAll
  void install() {
    promises.install();
  }

  @AfterAll
  void uninstall() {
    promises.uninstall();
    remote.close();
    tallies.forEach((type, tally) -> System.out.println(type + ": " + tally));
  }

  @ParameterizedTest
  @CsvSource({
    "unsubscribedpublisher.DroppedStatements, BookingRepository, 10",
    "unsubscribedpublisher.VoidSlots, BookingRepository, 12",
    "unsubscribedpublisher.DerivedPublishers, BookingRepository, 5",
    "unawaitedfuture.DroppedStatements, OrderStore, 6",
    "unawaitedfuture.VoidSlots, OrderStore, 14",
  })
  void whatIsMarkedIsForgotten(String name, String repository, int marks) throws Exception {
    Class<?> type = Class.forName("pitfalls." + name);
    Class<?> answers = Class.forName(type.getPackageName() + "." + repository);
    FixtureSource source = FixtureSource.of(SOURCES, type, RULES);
    Driver driver =
        new Driver(
            watch,
            remote,
            world -> world.give(answers, promises.implementing(answers, world)));
    List<String> contradictions = new ArrayList<>();
    int confirmed = 0;
    int silent = 0;
    for (Method method : MarksAtRuntimeTest.situations(type)) {
      String situation = name + "." + method.getName();
      if (NOT_RUN.containsKey(situation)) {
        continue;
      }
      promises.clear();
      Driver.Run run = driver.run(method, Variant.FULL, Driver.Caller.ORDINARY, false);
      run.failures().forEach(failure -> contradictions.add(situation + " failed: " + failure));
      List<Claim> claims = source.marksIn(method.getName());
      for (Claim claim : claims) {
        if (made(source, claim).stream().anyMatch(promise -> !promise.used().get())) {
          confirmed++;
        } else {
          contradictions.add(situation + ":" + claim.line() + ": nothing was forgotten here");
        }
      }
      if (claims.isEmpty()) {
        List<Promise> made = made(source);
        boolean isAllUsed = made.stream().allMatch(promise -> promise.used().get());
        silent += isAllUsed && !made.isEmpty() ? 1 : 0;
        if (isAllUsed == UNUSED_FOR_A_REASON.containsKey(situation)) {
          contradictions.add(situation + (isAllUsed ? " uses everything" : " forgets something"));
        }
      }
    }
    tallies.put(name, confirmed + " marks forgotten, " + silent + " silent situations use all");
    assertThat(contradictions).isEmpty();
    assertThat(confirmed).isGreaterThanOrEqualTo(marks);
  }

  private List<Promise> made(FixtureSource source) {
    return promises.made().stream()
        .filter(promise -> !framesIn(source, promise).isEmpty())
        .toList();
  }

  private List<Promise> made(FixtureSource source, Claim claim) {
    return promises.made().stream()
        .filter(
            promise -> {
              List<StackTraceElement> frames = framesIn(source, promise);
              // A reference to a method leaves no frame of the place where it was written.
              return frames.isEmpty()
                  ? claim.isOnReference() && isOfReference(source, promise)
                  : frames.get(0).getLineNumber() == claim.line();
            })
        .toList();
  }

  private static List<StackTraceElement> framesIn(FixtureSource source, Promise promise) {
    return promise.frames().stream()
        .filter(frame -> source.fileName().equals(frame.getFileName()))
        .filter(frame -> frame.getClassName().startsWith(source.packageName() + "."))
        .toList();
  }

  private static boolean isOfReference(FixtureSource source, Promise promise) {
    String lambda = source.packageName() + "." + source.fileName().replace(".java", "$$Lambda");
    return promise.frames().stream()
        .anyMatch(frame -> frame.getClassName().startsWith(lambda));
  }
}

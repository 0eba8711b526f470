package pitfalls.fakeasync;

import com.google.common.io.Files;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.springframework.util.FileCopyUtils;
import reactor.core.publisher.Mono;

/** Is the wait of a fake asynchronous method found behind helpers? */
final class AsyncThroughHelpers {
  private final ProfileRepository profiles;
  private final GeoLookup geo;
  private final CountryNames countries;
  private final Workers workers;
  private final Executor pool;
  private final CountDownLatch warmedUp;
  private final Supplier<Profile> defaultProfile;

  AsyncThroughHelpers(
      ProfileRepository profiles,
      GeoLookup geo,
      CountryNames countries,
      Workers workers,
      Executor pool,
      CountDownLatch warmedUp) {
    this.profiles = profiles;
    this.geo = geo;
    this.countries = countries;
    this.workers = workers;
    this.pool = pool;
    this.warmedUp = warmedUp;
    this.defaultProfile = () -> profiles.load("default");
  }

  CompletableFuture<String> privateHelper(String id) {
    return CompletableFuture.completedFuture(displayName(id)); // expect: FakeAsync
  }

  CompletableFuture<String> privateHelperOnPool(String id) {
    return CompletableFuture.supplyAsync(() -> displayName(id), pool);
  }

  private String displayName(String id) {
    Profile profile = found(id);
    return profile.name() + ", " + profile.country();
  }

  private Profile found(String id) {
    return profiles.cached(id).orElseGet(() -> profiles.load(id));
  }

  CompletableFuture<Void> helperWaitsForLatch() throws InterruptedException {
    ensureWarm(); // expect: FakeAsync
    return CompletableFuture.completedFuture(null);
  }

  private void ensureWarm() throws InterruptedException {
    warmedUp.await();
  }

  CompletableFuture<Boolean> helperOnlyLooks() {
    return CompletableFuture.completedFuture(isWarm());
  }

  private boolean isWarm() {
    return warmedUp.getCount() == 0;
  }

  CompletableFuture<String> soleImplementationAsks(String address) {
    return CompletableFuture.completedFuture(geo.countryOf(address)); // expect: FakeAsync
  }

  CompletableFuture<Boolean> soleImplementationOnPool(String address) {
    return CompletableFuture.supplyAsync(() -> geo.isKnown(address), pool);
  }

  CompletableFuture<String> soleImplementationKnows(String code) {
    return CompletableFuture.completedFuture(countries.nameOf(code));
  }

  Mono<Integer> constructorReadsFile(Path file) {
    Avatar avatar = new Avatar(file); // expect: FakeAsync
    return Mono.just(avatar.size());
  }

  Mono<Integer> constructorFromBytes(byte[] image) {
    Avatar avatar = new Avatar(image);
    return Mono.just(avatar.size());
  }

  CompletableFuture<List<Profile>> referenceInStream(List<String> ids) {
    List<Profile> all = ids.stream().map(profiles::load).toList(); // expect: FakeAsync
    return CompletableFuture.completedFuture(all);
  }

  CompletableFuture<List<Profile>> referenceInMemory(List<String> ids) {
    List<Profile> all = ids.stream().map(Profile::unknown).toList();
    return CompletableFuture.completedFuture(all);
  }

  CompletableFuture<Optional<Profile>> referenceInOptional(Optional<String> id) {
    return CompletableFuture.completedFuture(id.map(profiles::load)); // expect: FakeAsync
  }

  CompletableFuture<Profile> ownWrapperRunsAtOnce(String id) {
    return CompletableFuture.completedFuture(
        Workers.measured(() -> profiles.load(id))); // expect: FakeAsync
  }

  CompletableFuture<Profile> ownWrapperCompletesAtOnce(String id) {
    return Workers.attempt(() -> profiles.load(id)); // expect: FakeAsync
  }

  CompletableFuture<Profile> ownWrapperCompletesAtOnceFromLocal(String id) {
    Supplier<Profile> load = () -> profiles.load(id); // expect: FakeAsync
    return Workers.attempt(load);
  }

  CompletableFuture<Profile> ownWrapperInMemory(String id) {
    return Workers.attempt(() -> ProfileRepository.blank(id));
  }

  CompletableFuture<Profile> ownWrapperOnPool(String id) {
    return workers.onPool(() -> profiles.load(id));
  }

  CompletableFuture<Profile> ownWrapperOnPoolFromLocal(String id) {
    Supplier<Profile> load = () -> profiles.load(id);
    return workers.onPool(load);
  }

  CompletableFuture<Profile> ownWrapperOnPoolFromField() {
    return workers.onPool(defaultProfile);
  }

  Mono<Profile> ownWrapperOnElastic(String id) {
    return Workers.elastic(() -> profiles.load(id));
  }

  CompletableFuture<String> commonsIoReadsFile(File file) throws IOException {
    return CompletableFuture.completedFuture(
        FileUtils.readFileToString(file, StandardCharsets.UTF_8)); // expect: FakeAsync
  }

  CompletableFuture<String> commonsCodecHashesFile(File file) throws IOException {
    String sum =
        new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file); // expect: FakeAsync
    return CompletableFuture.completedFuture(sum);
  }

  Mono<byte[]> springReadsFile(File file) throws IOException {
    return Mono.just(FileCopyUtils.copyToByteArray(file)); // expect: EagerPublisherArgument
  }

  Mono<byte[]> guavaReadsFile(File file) throws IOException {
    return Mono.just(Files.toByteArray(file)); // expect: EagerPublisherArgument
  }

  CompletableFuture<String> commonsIoReadsMemory(byte[] bytes) throws IOException {
    return CompletableFuture.completedFuture(
        IOUtils.toString(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
  }

  CompletableFuture<String> commonsCodecHashesText(String text) {
    return CompletableFuture.completedFuture(DigestUtils.sha256Hex(text));
  }

  Mono<String> springReadsMemory(byte[] bytes) throws IOException {
    return Mono.just(new String(FileCopyUtils.copyToByteArray(new ByteArrayInputStream(bytes))));
  }

  Mono<String> guavaNamesFile(String path) {
    return Mono.just(Files.getNameWithoutExtension(path));
  }
}

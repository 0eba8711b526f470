package pitfalls.cpuworkoneventloop;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.mindrot.jbcrypt.BCrypt;

/** Password hashing in RESTEasy Reactive resources, Mutiny and RxJava. */
@Path("/passwords")
public final class RxAndMutinyPasswords {
  interface Users {
    Uni<String> storedHash(String user);

    Single<String> storedHashRx(String user);
  }

  private final Users users;
  private final PasswordService passwords;

  RxAndMutinyPasswords(Users users, PasswordService passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  /** A method that returns Uni is called on the event loop. */
  @POST
  @Path("/hash")
  public Uni<String> supplierWithoutSwitch(String password) {
    return Uni.createFrom()
        .item(() -> passwords.hash(password)); // expect: CpuWorkOnEventLoop
  }

  @POST
  @Path("/verify")
  public Uni<Boolean> transformWithoutSwitch(String password) {
    return users
        .storedHash("root")
        .onItem()
        .transform(hash -> BCrypt.checkpw(password, hash)); // expect: CpuWorkOnEventLoop likely
  }

  @POST
  @Path("/body")
  public Uni<String> inTheMethodsBody(String password) {
    String hash = passwords.hash(password); // expect: CpuWorkOnEventLoop
    return users.storedHash("root").map(old -> old.isEmpty() ? hash : old);
  }

  @GET
  @Path("/non-blocking")
  @NonBlocking
  public String annotatedNonBlocking() {
    return passwords.hash("initial"); // expect: CpuWorkOnEventLoop
  }

  Single<Boolean> rxMapWithoutSwitch(String user, String password) {
    return users
        .storedHashRx(user)
        .map(hash -> passwords.verify(password, hash)); // expect: CpuWorkOnEventLoop likely
  }

  // Silent from here on.

  @POST
  @Path("/hash-worker")
  public Uni<String> supplierOnWorker(String password) {
    return Uni.createFrom()
        .item(() -> passwords.hash(password))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  @POST
  @Path("/verify-worker")
  public Uni<Boolean> transformAfterEmitOn(String password) {
    return users
        .storedHash("root")
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(hash -> BCrypt.checkpw(password, hash));
  }

  @POST
  @Path("/blocking")
  @Blocking
  public Uni<String> annotatedBlocking(String password) {
    String hash = passwords.hash(password);
    return users.storedHash("root").map(old -> old.isEmpty() ? hash : old);
  }

  @POST
  @Path("/virtual")
  @RunOnVirtualThread
  public String annotatedVirtual(String password) {
    return passwords.hash(password);
  }

  /** A method that returns a plain value is called on a worker. */
  @POST
  @Path("/plain")
  public String plainReturn(String password) {
    return passwords.hash(password);
  }

  Single<Boolean> rxOnComputation(String user, String password) {
    return users
        .storedHashRx(user)
        .observeOn(Schedulers.computation())
        .map(hash -> passwords.verify(password, hash));
  }

  Single<String> rxCallableOnIo(String password) {
    return Single.fromCallable(() -> passwords.hash(password)).subscribeOn(Schedulers.io());
  }
}

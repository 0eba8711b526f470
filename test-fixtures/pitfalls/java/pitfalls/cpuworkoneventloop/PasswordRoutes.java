package pitfalls.cpuworkoneventloop;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.Message;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import org.mindrot.jbcrypt.BCrypt;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

/** Password hashing in handlers of Vert.x, directly and through helpers. */
final class PasswordRoutes extends AbstractVerticle {
  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(12);
  private final Pbkdf2PasswordEncoder pbkdf2 =
      Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 2);
  private final SCryptPasswordEncoder scrypt =
      SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final PasswordEncoder delegating =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final PasswordService passwords;

  PasswordRoutes(PasswordService passwords) {
    this.passwords = passwords;
  }

  private static String password(RoutingContext rc) {
    return rc.request().getFormAttribute("password");
  }

  @Override
  public void start(Promise<Void> started) {
    Router router = Router.router(vertx);
    direct(router);
    throughHelpers(router);
    started.complete();
  }

  void direct(Router router) {
    router
        .post("/jbcrypt")
        .handler(
            rc -> {
              String salt = BCrypt.gensalt();
              String hash =
                  BCrypt.hashpw(password(rc), salt); // expect: CpuWorkOnEventLoop definite
              rc.end(hash);
            });
  }

  void springBcrypt(Router router) {
    router
        .post("/bcrypt")
        .handler(rc -> rc.end(bcrypt.encode(password(rc)))); // expect: CpuWorkOnEventLoop definite
  }

  void springPbkdf2(Router router) {
    router
        .post("/pbkdf2")
        .handler(
            rc -> {
              String stored = rc.get("stored");
              boolean ok =
                  pbkdf2.matches(password(rc), stored); // expect: CpuWorkOnEventLoop definite
              rc.response().setStatusCode(ok ? 200 : 401).end();
            });
  }

  void springMemoryHard(Router router) {
    router
        .post("/argon2")
        .handler(rc -> rc.end(argon2.encode(password(rc)))); // expect: CpuWorkOnEventLoop definite
    router
        .post("/scrypt")
        .handler(rc -> rc.end(scrypt.encode(password(rc)))); // expect: CpuWorkOnEventLoop definite
  }

  void delegatingEncoder(Router router) {
    router
        .post("/delegating")
        .handler(rc -> rc.end(delegating.encode(password(rc)))); // expect: CpuWorkOnEventLoop
  }

  void throughHelpers(Router router) {
    router
        .post("/other-file")
        .handler(rc -> rc.end(passwords.hash(password(rc)))); // expect: CpuWorkOnEventLoop definite
    router
        .post("/three-calls-away")
        .handler(
            rc -> {
              byte[] salt = rc.request().path().getBytes(StandardCharsets.UTF_8);
              String key =
                  passwords.derive(password(rc), salt); // expect: CpuWorkOnEventLoop definite
              rc.end(key);
            });
  }

  void methodReference(Router router) {
    router.post("/login").handler(this::login); // expect: CpuWorkOnEventLoop definite
  }

  private void login(RoutingContext rc) {
    if (passwords.verify(password(rc), rc.get("stored"))) {
      rc.end("welcome");
    } else {
      rc.fail(401);
    }
  }

  void anonymousHandler(Router router) {
    router
        .post("/anonymous")
        .handler(
            new Handler<RoutingContext>() {
              @Override
              public void handle(RoutingContext rc) {
                rc.end(passwords.hash(password(rc))); // expect: CpuWorkOnEventLoop definite
              }
            });
  }

  void eventBusConsumer() {
    vertx
        .eventBus()
        .consumer(
            "password.hash",
            (Message<String> message) ->
                message.reply(
                    bcrypt.encode(message.body()))); // expect: CpuWorkOnEventLoop definite
  }

  void timer(String password) {
    vertx.setTimer(
        500,
        timer -> {
          String hash = passwords.hash(password); // expect: CpuWorkOnEventLoop definite
          vertx.eventBus().publish("password.hashed", hash);
        });
  }

  // Silent from here on.

  void offloaded(Router router) {
    router
        .post("/offloaded")
        .handler(
            rc -> {
              String password = password(rc);
              rc.vertx()
                  .executeBlocking(() -> BCrypt.hashpw(password, BCrypt.gensalt()))
                  .onSuccess(rc::end)
                  .onFailure(rc::fail);
            });
  }

  void blockingHandler(Router router) {
    router.post("/blocking").blockingHandler(rc -> rc.end(bcrypt.encode(password(rc))));
  }

  void blockingHandlerReference(Router router) {
    router.post("/blocking-login").blockingHandler(this::loginOnWorker);
  }

  private void loginOnWorker(RoutingContext rc) {
    rc.end(String.valueOf(passwords.verify(password(rc), rc.get("stored"))));
  }

  void cheapMethodOfTheSameService(Router router) {
    router
        .post("/same")
        .handler(rc -> rc.end("" + passwords.sameUser(rc.pathParam("a"), rc.pathParam("b"))));
  }

  /** Called by whoever starts the program, before any request. */
  String hashAtStartUp(String initialPassword) {
    return passwords.hash(initialPassword);
  }
}

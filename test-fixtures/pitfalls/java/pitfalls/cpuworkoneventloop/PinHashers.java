package pitfalls.cpuworkoneventloop;

import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Calls through interfaces: followed only where the target is known. */
final class PinHashers {

  /** Has one implementation in the program. */
  interface PinHasher {
    String hash(String pin);
  }

  static final class SlowPinHasher implements PinHasher {
    @Override
    public String hash(String pin) {
      return derived(pin);
    }
  }

  /** Has a slow and a quick implementation: which one runs is not known. */
  interface Fingerprint {
    String of(String text);
  }

  static final class SlowFingerprint implements Fingerprint {
    @Override
    public String of(String text) {
      return derived(text);
    }
  }

  static final class QuickFingerprint implements Fingerprint {
    @Override
    public String of(String text) {
      try {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final PinHasher pins;
  private final Fingerprint fingerprint;
  private final Fingerprint quick = new QuickFingerprint();
  private final Fingerprint slow = new SlowFingerprint();

  PinHashers(PinHasher pins, Fingerprint fingerprint) {
    this.pins = pins;
    this.fingerprint = fingerprint;
  }

  private static String derived(String secret) {
    try {
      PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), new byte[] {1, 2, 3}, 200_000, 256);
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
      return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
    } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
      throw new IllegalStateException(e);
    }
  }

  void soleImplementation(Router router) {
    router
        .get("/pin/:pin")
        .handler(rc -> rc.end(pins.hash(rc.pathParam("pin")))); // expect: CpuWorkOnEventLoop
  }

  void sameClassHelper(Router router) {
    router
        .get("/derived/:secret")
        .handler(
            rc -> rc.end(derived(rc.pathParam("secret")))); // expect: CpuWorkOnEventLoop definite
  }

  void exactTypeOfField(Router router) {
    router
        .get("/slow/:text")
        .handler(rc -> rc.end(slow.of(rc.pathParam("text")))); // expect: CpuWorkOnEventLoop
  }

  void unknownImplementation(Router router) {
    router.get("/print/:text").handler(rc -> rc.end(fingerprint.of(rc.pathParam("text"))));
  }

  void exactTypeIsQuick(Router router) {
    router.get("/quick/:text").handler(rc -> rc.end(quick.of(rc.pathParam("text"))));
  }
}

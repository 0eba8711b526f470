package pitfalls.cpuworkoneventloop;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.mindrot.jbcrypt.BCrypt;

/** Password hashing that knows nothing of threads; other files call it from event loops. */
final class PasswordService {
  private static final int ITERATIONS = 310_000;

  private final byte[] pepper;

  PasswordService(byte[] pepper) {
    this.pepper = pepper.clone();
  }

  String hash(String password) {
    return BCrypt.hashpw(password + pepper.length, BCrypt.gensalt(12));
  }

  boolean verify(String password, String stored) {
    return stored.startsWith("$2a$") && BCrypt.checkpw(password + pepper.length, stored);
  }

  String derive(String password, byte[] salt) {
    try {
      return HexFormat.of().formatHex(key(password, salt));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key(String password, byte[] salt) throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
  }

  /** Cheap: compares two strings. */
  boolean sameUser(String a, String b) {
    return a.strip().equalsIgnoreCase(b.strip());
  }
}

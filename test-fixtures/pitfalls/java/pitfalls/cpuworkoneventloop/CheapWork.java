package pitfalls.cpuworkoneventloop;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.mindrot.jbcrypt.BCrypt;

/** What every request does anyway: all silent. */
final class CheapWork {
  private static final Pattern SKU = Pattern.compile("[A-Z]{3}-[0-9]{4}");

  private CheapWork() {}

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void shortHash(Router router) {
    router
        .get("/etag/:id")
        .handler(rc -> rc.response().putHeader("ETag", sha256(rc.pathParam("id"))).end());
  }

  static void libraryDigest(Router router) {
    router.get("/gravatar/:mail").handler(rc -> rc.end(DigestUtils.md5Hex(rc.pathParam("mail"))));
  }

  static void signedCookie(Router router, byte[] secret) {
    router
        .get("/cookie/:user")
        .handler(
            rc -> {
              try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                byte[] tag = mac.doFinal(rc.pathParam("user").getBytes(StandardCharsets.UTF_8));
                rc.end(Base64.getUrlEncoder().encodeToString(tag));
              } catch (GeneralSecurityException e) {
                rc.fail(e);
              }
            });
  }

  /** Whole-document JSON is a hint of tier 3 at most. */
  static void json(Router router) {
    router
        .post("/echo")
        .handler(
            rc -> {
              JsonObject order = rc.body().asJsonObject();
              rc.end(order.put("id", UUID.randomUUID().toString()).encode());
            });
  }

  /** So is an expression over a whole body. */
  static void expressionOverBody(Router router) {
    router.post("/plain").handler(rc -> rc.end(rc.body().asString().replaceAll("<[^>]*>", "")));
  }

  static void constantPattern(Router router) {
    router
        .get("/sku/:sku")
        .handler(rc -> rc.end(SKU.matcher(rc.pathParam("sku")).matches() ? "ok" : "bad"));
  }

  static void sortOfAFew(Router router) {
    router
        .get("/sorted")
        .handler(
            rc -> {
              int[] numbers = {3, 1, 2};
              Arrays.sort(numbers);
              rc.end(Arrays.toString(numbers));
            });
  }

  static void saltOnly(Router router) {
    router.get("/salt").handler(rc -> rc.end(BCrypt.gensalt()));
  }

  static final class Greeter extends SimpleChannelInboundHandler<String> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String name) {
      ctx.fireChannelRead(String.format("Hello %s (%s)", name, sha256(name)));
    }
  }
}

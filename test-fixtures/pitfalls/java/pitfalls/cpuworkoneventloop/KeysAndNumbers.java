package pitfalls.cpuworkoneventloop;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.vertx.ext.web.Router;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.util.concurrent.ExecutorService;

/** Key generation, certificate paths and powers of big numbers on event loops. */
final class KeysAndNumbers {
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeysAndNumbers() {}

  /** Every handshake makes a key pair of its own on the channel's event loop. */
  static final class KeyHandler extends SimpleChannelInboundHandler<String> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String user)
        throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(4096);
      KeyPair pair = generator.generateKeyPair(); // expect: CpuWorkOnEventLoop definite
      ctx.fireChannelRead(pair.getPublic());
    }
  }

  static final class CertificateHandler extends ChannelInboundHandlerAdapter {
    private final PKIXParameters trusted;

    CertificateHandler(PKIXParameters trusted) {
      this.trusted = trusted;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      validator.validate((CertPath) message, trusted); // expect: CpuWorkOnEventLoop definite
      ctx.fireChannelRead(message);
    }
  }

  static final class OffloadedKeyHandler extends SimpleChannelInboundHandler<String> {
    private final ExecutorService workers;

    OffloadedKeyHandler(ExecutorService workers) {
      this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String user) {
      workers.execute(
          () -> {
            try {
              KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
              ctx.executor().execute(() -> ctx.fireChannelRead(pair.getPublic()));
            } catch (GeneralSecurityException e) {
              ctx.executor().execute(() -> ctx.fireExceptionCaught(e));
            }
          });
    }
  }

  /** The executor gives the work back to the event loop that it came from. */
  static final class WronglyOffloadedKeyHandler extends SimpleChannelInboundHandler<String> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String user) {
      ctx.executor()
          .execute(
              () -> {
                KeyPair pair = freshPair(); // expect: CpuWorkOnEventLoop definite
                ctx.fireChannelRead(pair.getPublic());
              });
    }
  }

  static KeyPair freshPair() {
    try {
      return KeyPairGenerator.getInstance("RSA").genKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void keyPairRoute(Router router) {
    router
        .post("/keys")
        .handler(
            rc -> {
              KeyPair pair = freshPair(); // expect: CpuWorkOnEventLoop definite
              rc.end(pair.getPublic().toString());
            });
  }

  static void primeRoute(Router router) {
    router
        .get("/prime")
        .handler(
            rc -> {
              BigInteger prime =
                  BigInteger.probablePrime(2048, RANDOM); // expect: CpuWorkOnEventLoop
              rc.end(prime.toString());
            });
  }

  static void modPowRoute(Router router, BigInteger modulus) {
    router
        .get("/sign/:message")
        .handler(
            rc -> {
              BigInteger message = new BigInteger(rc.pathParam("message"), 16);
              BigInteger exponent = modulus.subtract(BigInteger.TWO);
              rc.end(message.modPow(exponent, modulus).toString()); // expect: CpuWorkOnEventLoop
            });
  }

  // Silent from here on.

  static void keyPairOffloaded(Router router) {
    router
        .post("/keys-offloaded")
        .handler(
            rc ->
                rc.vertx()
                    .executeBlocking(KeysAndNumbers::freshPair)
                    .onSuccess(pair -> rc.end(pair.getPublic().toString()))
                    .onFailure(rc::fail));
  }

  static void smallNumbers(Router router) {
    router
        .get("/cents/:units")
        .handler(
            rc -> {
              BigInteger units = new BigInteger(rc.pathParam("units"));
              BigInteger cents = units.multiply(BigInteger.TEN.pow(2));
              rc.end(cents.add(BigInteger.valueOf(3).pow(4)).toString());
            });
  }

  static void keysMadeOnce(Router router) {
    KeyPair pair = freshPair();
    router.get("/key").handler(rc -> rc.end(pair.getPublic().toString()));
  }
}

package pitfalls.cpuworkoneventloop;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javax.imageio.ImageIO;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.mindrot.jbcrypt.BCrypt;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Image codecs on event loops and on the user interface's thread. */
final class Images {
  private final WebClient web;
  private final ExecutorService workers;

  Images(WebClient web, ExecutorService workers) {
    this.web = web;
    this.workers = workers;
  }

  private static BufferedImage decoded(byte[] picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] thumbnail(byte[] picture) {
    BufferedImage full = decoded(picture);
    BufferedImage small = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(full, 0, 0, 128, 128, null);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(small, "jpg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  void decodedInHandler(Router router) {
    router
        .post("/size")
        .handler(
            rc -> {
              try {
                byte[] body = rc.body().buffer().getBytes();
                BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(body)); // expect: CpuWorkOnEventLoop
                rc.end(image.getWidth() + "x" + image.getHeight());
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  void encodedInHandler(Router router, BufferedImage chart) {
    router
        .get("/chart.png")
        .handler(
            rc -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              try {
                ImageIO.write(chart, "png", out); // expect: CpuWorkOnEventLoop
              } catch (IOException e) {
                rc.fail(e);
                return;
              }
              rc.end(Buffer.buffer(out.toByteArray()));
            });
  }

  Mono<byte[]> thumbnailOfRemotePicture(String path) {
    return web.get()
        .uri(path)
        .retrieve()
        .bodyToMono(byte[].class)
        .map(Images::thumbnail); // expect: CpuWorkOnEventLoop
  }

  void swingListener(JButton button, JLabel label, byte[] picture) {
    button.addActionListener(
        event -> {
          BufferedImage image = decoded(picture); // expect: CpuWorkOnEventLoop definite
          label.setIcon(new ImageIcon(image));
        });
  }

  void swingInvokeLater(JLabel label, String password) {
    SwingUtilities.invokeLater(
        () ->
            label.setText(
                BCrypt.hashpw(password, BCrypt.gensalt()))); // expect: CpuWorkOnEventLoop definite
  }

  // Silent from here on.

  void swingOffloaded(JButton button, JLabel label, byte[] picture) {
    button.addActionListener(
        event ->
            workers.execute(
                () -> {
                  BufferedImage image = decoded(picture);
                  SwingUtilities.invokeLater(() -> label.setIcon(new ImageIcon(image)));
                }));
  }

  void vertxOffloaded(Router router) {
    router
        .post("/thumbnail")
        .handler(
            rc -> {
              byte[] picture = rc.body().buffer().getBytes();
              rc.vertx()
                  .executeBlocking(() -> thumbnail(picture))
                  .onSuccess(small -> rc.end(Buffer.buffer(small)))
                  .onFailure(rc::fail);
            });
  }

  Mono<byte[]> reactorOffloaded(String path, Scheduler imaging) {
    return web.get()
        .uri(path)
        .retrieve()
        .bodyToMono(byte[].class)
        .publishOn(imaging)
        .map(Images::thumbnail);
  }

  CompletableFuture<byte[]> onExecutor(byte[] picture) {
    return CompletableFuture.supplyAsync(() -> thumbnail(picture), workers);
  }

  byte[] onCallersThread(byte[] picture) {
    return thumbnail(picture);
  }
}

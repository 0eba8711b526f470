package pitfalls.cpuworkoneventloop;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Heavy work that was moved to threads made for it: all silent. */
final class OffloadedWork {
  private final Vertx vertx;
  private final PasswordService passwords;
  private final ExecutorService hashing = Executors.newFixedThreadPool(4);

  OffloadedWork(Vertx vertx, PasswordService passwords) {
    this.vertx = vertx;
    this.passwords = passwords;
  }

  void ownExecutor(Router router) {
    router
        .post("/hash")
        .handler(
            rc -> {
              String password = rc.request().getFormAttribute("password");
              CompletableFuture.supplyAsync(() -> passwords.hash(password), hashing)
                  .whenComplete(
                      (hash, failure) -> {
                        if (failure != null) {
                          rc.fail(failure);
                        } else {
                          rc.end(hash);
                        }
                      });
            });
  }

  void namedWorkerPool(Router router) {
    WorkerExecutor pool = vertx.createSharedWorkerExecutor("hashing", 4);
    router
        .post("/hash-pool")
        .handler(
            rc -> {
              String password = rc.request().getFormAttribute("password");
              pool.executeBlocking(() -> passwords.hash(password))
                  .onSuccess(rc::end)
                  .onFailure(rc::fail);
            });
  }

  /** The helper hands its argument to a worker; the lambda below runs there. */
  void throughOwnHelper(Router router) {
    router
        .post("/hash-helper")
        .handler(
            rc -> {
              String password = rc.request().getFormAttribute("password");
              onWorker(() -> passwords.hash(password)).onSuccess(rc::end).onFailure(rc::fail);
            });
  }

  private <T> Future<T> onWorker(Callable<T> work) {
    return vertx.executeBlocking(work);
  }

  void newThread(String password) {
    vertx.setTimer(
        10,
        timer -> {
          Thread thread = new Thread(() -> System.out.println(passwords.hash(password)), "hashing");
          thread.start();
        });
  }

  /** Deployed below on workers only. */
  static final class HashingVerticle extends VerticleBase {
    private final PasswordService passwords;

    HashingVerticle(PasswordService passwords) {
      this.passwords = passwords;
    }

    @Override
    public Future<?> start() {
      vertx
          .eventBus()
          .<String>consumer("hash", message -> message.reply(passwords.hash(message.body())));
      return Future.succeededFuture();
    }
  }

  Future<String> deployedAsWorker() {
    return vertx.deployVerticle(
        new HashingVerticle(passwords),
        new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER));
  }

  /** Added to the pipeline below with an executor group of its own. */
  static final class HashingHandler extends SimpleChannelInboundHandler<String> {
    private final PasswordService passwords;

    HashingHandler(PasswordService passwords) {
      this.passwords = passwords;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String password) {
      ctx.fireChannelRead(passwords.hash(password));
    }
  }

  static final class Pipeline extends ChannelInitializer<Channel> {
    private final EventExecutorGroup hashing = new DefaultEventExecutorGroup(4);
    private final PasswordService passwords;

    Pipeline(PasswordService passwords) {
      this.passwords = passwords;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel.pipeline().addLast(hashing, new HashingHandler(passwords));
    }
  }
}

package com.example.webshop.shop;

import com.example.webshop.storage.BlobStore;
import com.example.webshop.storage.Compression;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;

/** Price lists that suppliers upload, tens of megabytes each. */
final class FeedRoutes {
  private final BlobStore blobs;
  private final Offload offload;

  FeedRoutes(BlobStore blobs, Offload offload) {
    this.blobs = blobs;
    this.offload = offload;
  }

  void register(Router router) {
    router
        .post("/feeds/:supplier")
        .handler(
            rc -> {
              byte[] feed = rc.body().buffer().getBytes();
              byte[] packed = Compression.gzip(feed); // expect: CpuWorkOnEventLoop
              store(rc.pathParam("supplier"), packed)
                  .onSuccess(stored -> rc.response().setStatusCode(202).end())
                  .onFailure(rc::fail);
            });
    router
        .put("/feeds/:supplier")
        .handler(
            rc -> {
              byte[] feed = rc.body().buffer().getBytes();
              offload
                  .call("pack", () -> Compression.gzip(feed))
                  .compose(packed -> store(rc.pathParam("supplier"), packed))
                  .onSuccess(stored -> rc.response().setStatusCode(202).end())
                  .onFailure(rc::fail);
            });
  }

  private Future<String> store(String supplier, byte[] packed) {
    return Future.fromCompletionStage(blobs.put("feeds/" + supplier + ".gz", packed));
  }
}

package com.example.webshop.storage;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Named bytes in one bucket; no method waits for the network. */
public final class BlobStore implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BlobStore.class);

  private final S3AsyncClient s3;
  private final String bucket;

  public BlobStore(S3AsyncClient s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Answers the tag of the stored version. */
  public CompletableFuture<String> put(String key, byte[] content) {
    return s3.putObject(
            request -> request.bucket(bucket).key(key), AsyncRequestBody.fromBytes(content))
        .thenApply(PutObjectResponse::eTag);
  }

  public CompletableFuture<byte[]> get(String key) {
    return s3.getObject(
            request -> request.bucket(bucket).key(key),
            AsyncResponseTransformer.<GetObjectResponse>toBytes())
        .thenApply(ResponseBytes::asByteArray);
  }

  public CompletableFuture<Long> size(String key) {
    return s3.headObject(request -> request.bucket(bucket).key(key))
        .thenApply(HeadObjectResponse::contentLength);
  }

  public CompletableFuture<Void> delete(String key) {
    return s3.deleteObject(request -> request.bucket(bucket).key(key))
        .thenAccept(deleted -> log.debug("deleted {}", key));
  }

  @Override
  public void close() {
    s3.close();
  }
}

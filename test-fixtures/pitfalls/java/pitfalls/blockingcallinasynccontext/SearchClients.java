package pitfalls.blockingcallinasynccontext;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch.OpenSearchClient;

/** Clients of search engines, synchronous ones on event loops and callbacks that block. */
final class SearchClients {
  private final CartRepository carts;
  private final AuditLog audit;

  SearchClients(CartRepository carts, AuditLog audit) {
    this.carts = carts;
    this.audit = audit;
  }

  void elasticInHandler(Router router, ElasticsearchClient search) {
    router
        .get("/search/count")
        .handler(
            rc -> {
              try {
                rc.end("" + search.count().count()); // expect: BlockingCallInAsyncContext definite
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  CompletableFuture<Cart> elasticCallbackThatLoads(ElasticsearchAsyncClient search) {
    return search
        .info()
        .thenApply(info -> carts.load(info.clusterName())); // expect: BlockingCallInAsyncContext
  }

  CompletableFuture<String> elasticCallbackThatOnlyReads(ElasticsearchAsyncClient search) {
    return search.info().thenApply(info -> info.clusterName());
  }

  void elasticListenerThatAudits(RestClient rest, Request request) {
    rest.performRequestAsync(
        request,
        new ResponseListener() {
          @Override
          public void onSuccess(Response response) {
            audit.append("indexed"); // expect: BlockingCallInAsyncContext
          }

          @Override
          public void onFailure(Exception failure) {
            audit.note("not indexed: " + failure);
          }
        });
  }

  void openSearchInHandler(Router router, OpenSearchClient search) {
    router
        .get("/search/info")
        .handler(
            rc -> {
              try {
                rc.end(search.info().clusterName()); // expect: BlockingCallInAsyncContext definite
              } catch (IOException e) {
                rc.fail(e);
              }
            });
  }

  CompletableFuture<Cart> openSearchCallbackThatLoads(OpenSearchAsyncClient search)
      throws IOException {
    return search
        .info()
        .thenApply(info -> carts.load(info.clusterName())); // expect: BlockingCallInAsyncContext
  }

  Response synchronousOnItsOwnThread(RestClient rest, Request request) throws IOException {
    return rest.performRequest(request);
  }
}

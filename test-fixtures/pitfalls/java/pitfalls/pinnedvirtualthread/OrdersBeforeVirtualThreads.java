package pitfalls.pinnedvirtualthread;

import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.client.RestTemplate;

/** Compiled for Java 17, which runs what is annotated on platform threads. */
final class OrdersBeforeVirtualThreads {
  private final RestTemplate partner;
  private final List<String> sent = new CopyOnWriteArrayList<>();

  OrdersBeforeVirtualThreads(RestTemplate partner) {
    this.partner = partner;
  }

  @RunOnVirtualThread
  String annotated(String id) {
    synchronized (sent) {
      sent.add(id);
      return partner.getForObject("http://orders/" + id, String.class); // expect: LockHeldWhileWaiting
    }
  }

  @RunOnVirtualThread
  String withoutALock(String id) {
    sent.add(id);
    return partner.getForObject("http://orders/" + id, String.class);
  }
}

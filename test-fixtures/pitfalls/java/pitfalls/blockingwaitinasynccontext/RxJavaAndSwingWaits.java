package pitfalls.blockingwaitinasynccontext;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** Do computation threads and the Swing thread wait for results? */
final class RxJavaAndSwingWaits {
  private final OrderClient orders;
  private final JLabel status;

  RxJavaAndSwingWaits(OrderClient orders, JLabel status) {
    this.orders = orders;
    this.status = status;
  }

  Flowable<Order> blockingGetOnComputation(Flowable<String> ids) {
    return ids.observeOn(Schedulers.computation())
        .map(id -> orders.single(id).blockingGet()); // expect: BlockingWaitInAsyncContext definite
  }

  Observable<Order> blockingFirstAfterInterval() {
    return Observable.interval(1, TimeUnit.SECONDS)
        .map(
            tick ->
                orders
                    .single("o" + tick)
                    .toObservable()
                    .blockingFirst()); // expect: BlockingWaitInAsyncContext definite
  }

  Flowable<Order> blockingGetOnIo(Flowable<String> ids) {
    return ids.observeOn(Schedulers.io()).map(id -> orders.single(id).blockingGet());
  }

  Flowable<Order> flatMappedOnComputation(Flowable<String> ids) {
    return ids.observeOn(Schedulers.computation()).flatMapSingle(orders::single);
  }

  Order blockingGetInSynchronousMethod(String id) {
    return orders.single(id).blockingGet();
  }

  void joinOnSwingThread(String id) {
    SwingUtilities.invokeLater(
        () ->
            status.setText(
                orders.fetch(id).join().customer())); // expect: BlockingWaitInAsyncContext definite
  }

  void workerAwaitedOnClick(JButton show, SwingWorker<Order, Void> worker) {
    show.addActionListener(
        event -> {
          try {
            status.setText(worker.get().customer()); // missed-alarm: BlockingWaitInAsyncContext - done() calls get() as a rule, so the models leave get alone
          } catch (InterruptedException | ExecutionException e) {
            status.setText("failed");
          }
        });
  }

  SwingWorker<Order, Void> ownValueWhenDone(String id) {
    return new SwingWorker<>() {
      @Override
      protected Order doInBackground() {
        return orders.fetch(id).join();
      }

      @Override
      protected void done() {
        try {
          status.setText(get().customer());
        } catch (InterruptedException | ExecutionException e) {
          status.setText("failed");
        }
      }
    };
  }
}

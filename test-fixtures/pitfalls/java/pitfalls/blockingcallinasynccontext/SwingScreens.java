package pitfalls.blockingcallinasynccontext;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/** Does a Swing screen freeze while it waits? */
final class SwingScreens {
  private final CartRepository carts;
  private final JLabel status;
  private final ExecutorService workers;

  SwingScreens(CartRepository carts, JLabel status, ExecutorService workers) {
    this.carts = carts;
    this.status = status;
    this.workers = workers;
  }

  void loadInInvokeLater(String id) {
    SwingUtilities.invokeLater(
        () ->
            status.setText(
                carts.load(id).summary())); // expect: BlockingCallInAsyncContext definite
  }

  void sleepOnEventQueue() {
    EventQueue.invokeLater(
        () -> {
          try {
            Thread.sleep(2_000); // expect: BlockingCallInAsyncContext definite
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          status.setText("ready");
        });
  }

  void saveOnClick(JButton save, Cart cart) {
    save.addActionListener(
        event -> carts.save(cart)); // expect: BlockingCallInAsyncContext definite
  }

  Timer refreshingTimer() {
    return new Timer(
        1_000,
        event ->
            status.setText(
                carts.load("shown").summary())); // expect: BlockingCallInAsyncContext definite
  }

  /** Does the action wait for an answer over HTTP? */
  static final class CheckVersion extends AbstractAction {
    private final transient HttpClient http = HttpClient.newHttpClient();

    @Override
    public void actionPerformed(ActionEvent event) {
      HttpRequest request = HttpRequest.newBuilder(URI.create("https://shop.example/v")).build();
      try {
        int status =
            http.send( // expect: BlockingCallInAsyncContext definite
                    request, BodyHandlers.discarding())
                .statusCode();
        putValue(NAME, "Version " + status);
      } catch (IOException e) {
        setEnabled(false);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void loadInWorkerShowOnClick(JButton load, String id) {
    load.addActionListener(
        event ->
            workers.execute(
                () -> {
                  String text = carts.load(id).summary();
                  SwingUtilities.invokeLater(() -> status.setText(text));
                }));
  }

  SwingWorker<Cart, Void> workerLoadsAndSavesWhenDone(String id) {
    return new SwingWorker<>() {
      @Override
      protected Cart doInBackground() {
        return carts.load(id);
      }

      @Override
      protected void done() {
        carts.save(Cart.empty(id)); // expect: BlockingCallInAsyncContext definite
      }
    };
  }

  SwingWorker<Cart, Void> workerLoads(String id) {
    return new SwingWorker<>() {
      @Override
      protected Cart doInBackground() {
        Cart cart = carts.load(id);
        carts.save(cart);
        return cart;
      }

      @Override
      protected void done() {
        status.setText("loaded " + id);
      }
    };
  }
}

package pitfalls.blockingcallinasynccontext;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/** Screens of JavaFX, which one thread draws. */
final class JavaFxScreens {
  private final CartRepository carts;

  JavaFxScreens(CartRepository carts) {
    this.carts = carts;
  }

  void loadLater(Button button, String id) {
    Platform.runLater(
        () -> button.setText(carts.load(id).summary())); // expect: BlockingCallInAsyncContext definite
  }

  void saveOnClick(Button save, Cart cart) {
    save.setOnAction(event -> carts.save(cart)); // expect: BlockingCallInAsyncContext definite
  }

  void inTheBackground(Button load, String id) {
    load.setOnAction(event -> new Thread(new LoadTask(carts, id)).start());
  }

  void shownFromMemory(Button button, String id) {
    Platform.runLater(() -> button.setText(carts.recent(id).summary()));
  }

  /** Loads in the background and tells on the application thread. */
  static final class LoadTask extends Task<Cart> {
    private final CartRepository carts;
    private final String id;

    LoadTask(CartRepository carts, String id) {
      this.carts = carts;
      this.id = id;
    }

    @Override
    protected Cart call() {
      return carts.load(id);
    }

    @Override
    protected void succeeded() {
      carts.save(getValue()); // expect: BlockingCallInAsyncContext definite
    }
  }

  /** Loads before the window is there. */
  static final class CartWindow extends Application {
    private final CartRepository carts;
    private Cart cart = Cart.empty("default");

    CartWindow(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public void init() {
      cart = carts.load("default");
    }

    @Override
    public void start(Stage stage) {
      stage.setTitle(carts.load(cart.id()).summary()); // expect: BlockingCallInAsyncContext definite
    }
  }
}

package pitfalls.blockingcallinasynccontext;

import android.app.Activity;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.database.sqlite.SQLiteDatabase;
import android.os.AsyncTask;
import android.os.Bundle;
import android.view.View;

/** Components of Android, which the main thread calls. */
final class AndroidScreens {
  private AndroidScreens() {}

  static final class CartActivity extends Activity {
    private SQLiteDatabase database;
    private SharedPreferences preferences;

    @Override
    protected void onCreate(Bundle saved) {
      super.onCreate(saved);
      database.execSQL("delete from cart where expired = 1"); // expect: BlockingCallInAsyncContext
    }

    @Override
    protected void onPause() {
      super.onPause();
      preferences.edit().putBoolean("seen", true).apply();
    }

    @Override
    protected void onStop() {
      super.onStop();
      preferences.edit().putBoolean("seen", true).commit(); // expect: BlockingCallInAsyncContext
    }

    void refresh(View list) {
      list.post(
          () -> database.delete("cart", null, null)); // expect: BlockingCallInAsyncContext
    }

    void bind(View button) {
      button.setOnClickListener(
          view -> database.delete("cart", null, null)); // expect: BlockingCallInAsyncContext
    }
  }

  static final class Purge extends AsyncTask<String, Integer, Integer> {
    private SQLiteDatabase database;

    @Override
    protected Integer doInBackground(String... ids) {
      return database.delete("cart", "id = ?", ids);
    }

    @Override
    protected void onPostExecute(Integer count) {
      database.execSQL("vacuum"); // expect: BlockingCallInAsyncContext
    }
  }

  static final class BootReceiver extends BroadcastReceiver {
    private SQLiteDatabase database;

    @Override
    public void onReceive(Context context, Intent intent) {
      database.execSQL("vacuum"); // expect: BlockingCallInAsyncContext
    }
  }
}

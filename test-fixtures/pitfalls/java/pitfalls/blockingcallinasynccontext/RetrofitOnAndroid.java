package pitfalls.blockingcallinasynccontext;

import android.content.SharedPreferences;
import android.database.sqlite.SQLiteDatabase;
import java.util.concurrent.Executor;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** On Android the callbacks of Retrofit come on the main thread. */
final class RetrofitOnAndroid {
  private final SQLiteDatabase database;
  private final SharedPreferences settings;
  private final Executor disk;

  RetrofitOnAndroid(SQLiteDatabase database, SharedPreferences settings, Executor disk) {
    this.database = database;
    this.settings = settings;
    this.disk = disk;
  }

  void storedInTheCallback(Call<String> current) {
    current.enqueue(
        new Callback<String>() {
          @Override
          public void onResponse(Call<String> call, Response<String> response) {
            database.execSQL( // expect: BlockingCallInAsyncContext definite
                "insert into cart values (?)", new Object[] {response.body()});
          }

          @Override
          public void onFailure(Call<String> call, Throwable failure) {
            settings.edit().putBoolean("offline", true).apply();
          }
        });
  }

  /** A callback of its own class. */
  static final class TokenSaver implements Callback<String> {
    private final SharedPreferences settings;

    TokenSaver(SharedPreferences settings) {
      this.settings = settings;
    }

    @Override
    public void onResponse(Call<String> call, Response<String> response) {
      settings
          .edit()
          .putString("token", response.body())
          .commit(); // expect: BlockingCallInAsyncContext definite
    }

    @Override
    public void onFailure(Call<String> call, Throwable failure) {
      settings.edit().remove("token").apply();
    }
  }

  void storedOnAnExecutor(Call<String> current) {
    current.enqueue(
        new Callback<String>() {
          @Override
          public void onResponse(Call<String> call, Response<String> response) {
            disk.execute(() -> insert(response.body()));
          }

          @Override
          public void onFailure(Call<String> call, Throwable failure) {
            settings.edit().putBoolean("offline", true).apply();
          }
        });
  }

  private void insert(String cart) {
    database.execSQL("insert into cart values (?)", new Object[] {cart});
  }

  void rememberedWithApply(Call<String> current) {
    current.enqueue(
        new Callback<String>() {
          @Override
          public void onResponse(Call<String> call, Response<String> response) {
            settings.edit().putString("current", response.body()).apply();
          }

          @Override
          public void onFailure(Call<String> call, Throwable failure) {
            settings.edit().remove("current").apply();
          }
        });
  }
}

package io.github.asynclint.benchmarks.editor;

/** What does the class look like that a generator of clients writes: thousands of methods with generics? */
final class GeneratedApi {
  static final String FILE = "generated/GeneratedApi.java";
  static final String USER = "generated/GeneratedApiUser.java";

  private GeneratedApi() {}

  static String text(int operations) {
    StringBuilder text =
        new StringBuilder(
            """
            package generated;

            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.CompletableFuture;
            import java.util.function.Function;

            public class GeneratedApi<C extends Comparable<C>> {
              private final Map<String, Function<Object, CompletableFuture<Object>>> transport;

              public GeneratedApi(Map<String, Function<Object, CompletableFuture<Object>>> transport) {
                this.transport = transport;
              }

              @SuppressWarnings("unchecked")
              private <T> CompletableFuture<T> send(String operation, Object request) {
                return transport.get(operation).apply(request).thenApply(answer -> (T) answer);
              }
            """);
    for (int i = 0; i < operations; i++) {
      text.append(OPERATION.replace("#", Integer.toString(i)));
    }
    return text.append("}\n").toString();
  }

  static String user(int calls) {
    StringBuilder text =
        new StringBuilder(
            """
            package generated;

            import java.util.List;

            public class GeneratedApiUser {
              private final GeneratedApi<String> api;

              public GeneratedApiUser(GeneratedApi<String> api) {
                this.api = api;
              }
            """);
    for (int i = 0; i < calls; i++) {
      text.append(CALL.replace("#", Integer.toString(i)));
    }
    return text.append("}\n").toString();
  }

  private static final String OPERATION =
      """

        /** Starts operation #. */
        public <T extends Comparable<? super T>, R> CompletableFuture<List<R>> operation#Async(
            Map<String, ? extends T> arguments, Function<? super T, ? extends R> reader, C context) {
          CompletableFuture<List<T>> answer = send("operation#", arguments);
          return answer.thenApply(all -> all.stream().<R>map(reader).toList());
        }

        public <T extends Comparable<? super T>, R> List<R> operation#(
            Map<String, ? extends T> arguments, Function<? super T, ? extends R> reader, C context) {
          return this.<T, R>operation#Async(arguments, reader, context).join();
        }
      """;

  private static final String CALL =
      """

        public void use#() {
          api.operation#Async(java.util.Map.of("a", "b"), String::length, "c")
              .thenAccept(lengths -> System.out.println(lengths));
          List<Integer> found = api.operation#(java.util.Map.of("a", "b"), String::length, "c");
          System.out.println(found);
        }
      """;
}

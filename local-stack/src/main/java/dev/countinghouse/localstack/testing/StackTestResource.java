package dev.countinghouse.localstack.testing;

import dev.countinghouse.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL, Kafka and Redis for a {@code @QuarkusTest}:
 * {@code @WithTestResource(StackTestResource.class)}. The package says what is shared and what is
 * not.
 *
 * <p>The init argument {@code database} sets the beginning of the database's name; without it, it
 * is the module's directory.
 */
public class StackTestResource implements QuarkusTestResourceLifecycleManager {

  private String hint = Path.of("").toAbsolutePath().getFileName().toString();
  private @Nullable String database;

  @Override
  public void init(Map<String, String> arguments) {
    hint = arguments.getOrDefault("database", hint);
  }

  @Override
  public Map<String, String> start() {
    SharedStack stack = SharedStack.obtain();
    String name = stack.createDatabase(hint);
    database = name;
    String group = ConsumerGroups.atTheEnd(stack.bootstrap(), name);
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.datasource.reactive.url", stack.reactiveUrl(name));
    settings.put("quarkus.datasource.jdbc.url", stack.jdbcUrl(name));
    settings.put("quarkus.datasource.username", stack.user());
    settings.put("quarkus.datasource.password", stack.password());
    settings.put("kafka.bootstrap.servers", stack.bootstrap());
    settings.put("mp.messaging.connector.smallrye-kafka.bootstrap.servers", stack.bootstrap());
    settings.put("mp.messaging.connector.smallrye-kafka.group.id", group);
    settings.put("countinghouse.consumer-group", group);
    settings.put("quarkus.redis.hosts", stack.redis());
    return settings;
  }

  @Override
  public void stop() {
    String name = database;
    if (name != null) {
      SharedStack.obtain().dropDatabase(name);
      database = null;
    }
  }
}
